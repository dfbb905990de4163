package app.lede.testkit;

import app.lede.abstractive.MonthCosts;
import app.lede.abstractive.Spending;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts costs of models in a map. Thread safe. */
public final class InMemorySpending implements Spending {

    private final Map<YearMonth, MonthCosts> months = new HashMap<>();

    @Override
    public synchronized boolean reserve(YearMonth month, long amount, long limit) {
        MonthCosts known = costs(month);
        if (known.committed() + amount > limit) {
            return false;
        }
        months.put(month, committed(known, amount));
        return true;
    }

    private static MonthCosts committed(MonthCosts known, long more) {
        return new MonthCosts(
                known.month(), known.committed() + more, known.spent(), known.articles(), known.sources());
    }

    @Override
    public synchronized void settle(YearMonth month, long reserved, Call call) {
        MonthCosts known = committed(costs(month), call.cost() - reserved);
        if (call.equals(Call.NONE)) {
            months.put(month, known);
            return;
        }
        String id = Optional.ofNullable(call.sourceId()).orElse(MonthCosts.UPLOADS);
        List<MonthCosts.Source> sources = new ArrayList<>(known.sources());
        MonthCosts.Source before = sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElse(new MonthCosts.Source(id, 0, 0));
        sources.remove(before);
        sources.add(new MonthCosts.Source(id, before.spent() + call.cost(), before.articles() + 1));
        sources.sort(Comparator.comparingLong(MonthCosts.Source::spent).reversed());
        months.put(
                month,
                new MonthCosts(month, known.committed(), known.spent() + call.cost(), known.articles() + 1, sources));
    }

    @Override
    public synchronized long total(YearMonth month) {
        return costs(month).committed();
    }

    @Override
    public synchronized MonthCosts costs(YearMonth month) {
        return months.getOrDefault(month, MonthCosts.none(month));
    }
}
