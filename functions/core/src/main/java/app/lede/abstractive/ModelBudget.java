package app.lede.abstractive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The monthly budget of a stack's model.
 *
 * @param model the model's id
 * @param limit in millionths of a US dollar
 */
public record ModelBudget(String model, long limit, Spending spending) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Creates a budget of so many US dollars a month. */
    public static ModelBudget ofDollars(String model, BigDecimal dollars, Spending spending) {
        return new ModelBudget(model, dollars.multiply(MILLION).longValue(), spending);
    }

    /** Returns the calendar month of a moment, in UTC. */
    public static YearMonth month(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    /** Reserves an amount in a month; false if the limit leaves no room. */
    boolean reserve(YearMonth month, long amount) {
        return spending.reserve(month, amount, limit);
    }
}
