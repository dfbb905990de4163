package app.lede.local.command.costs;

import java.util.EnumMap;
import java.util.Map;

/**
 * The bill of a month of 30 days.
 *
 * @param amounts billed
 * @param dollars by item; without those of nothing
 */
record Bill(Usage amounts, Map<Item, Double> dollars) {
    static final double DAYS = 30;
    private static final double POLLS_PER_DAY = 24;
    private static final double CHECKS_OF_AN_ARTICLE = 4;
    private static final double MINUTES_PER_DAY = 1440;
    /** Lambda polls a queue with five long polls of 20 s at least. */
    private static final double RECEIVES_PER_MINUTE = 15;

    Bill {
        dollars = Map.copyOf(dollars);
    }

    /**
     * A volume.
     *
     * @param articles a day
     * @param sources polled once an hour each
     * @param queries of the API a day
     * @param checks most looks at stored pages a day
     */
    record Volume(double articles, double sources, double queries, double checks) {}

    /**
     * Works out the bill.
     *
     * @param ticksPerDay by scheduled function
     * @param queues with a function
     */
    static Bill of(Counted counted, Volume volume, Map<String, Double> ticksPerDay, int queues, Prices prices) {
        Usage day = counted.article()
                .times(volume.articles())
                .plus(counted.check().times(Math.min(volume.checks(), CHECKS_OF_AN_ARTICLE * volume.articles())))
                .plus(counted.poll().times(volume.sources() * POLLS_PER_DAY))
                .plus(counted.query().times(volume.queries()))
                .plus(Usage.of(Item.SQS_REQUESTS, queues * RECEIVES_PER_MINUTE * MINUTES_PER_DAY));
        for (Map.Entry<String, Usage> tick : counted.ticks().entrySet()) {
            day = day.plus(tick.getValue().times(ticksPerDay.getOrDefault(tick.getKey(), 0.0)));
        }
        Usage month = day.times(DAYS).plus(counted.fixed());
        Map<Item, Double> dollars = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            double price = prices.of(item, month);
            if (price > 0) {
                dollars.put(item, price);
            }
        }
        return new Bill(month, dollars);
    }

    double total() {
        return dollars.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
