package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.MonthCosts;
import app.lede.abstractive.Spending;
import app.lede.abstractive.Spending.Call;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of every count of costs. */
public abstract class SpendingContract {

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    /** Returns a count without costs. */
    protected abstract Spending nothingSpent();

    @Test
    void a_month_without_calls_costs_nothing() {
        Spending spending = nothingSpent();

        assertEquals(MonthCosts.none(MONTH), spending.costs(MONTH));
        assertEquals(0, spending.total(MONTH));
    }

    @Test
    void reservations_never_exceed_the_limit() {
        Spending spending = nothingSpent();

        List<Boolean> reserved = InParallel.run(InParallel.THREADS, thread -> spending.reserve(MONTH, 300, 1_000));

        assertEquals(3, reserved.stream().filter(done -> done).count());
        assertEquals(900, spending.total(MONTH));
        assertTrue(spending.reserve(MONTH, 100, 1_000));
        assertFalse(spending.reserve(MONTH, 1, 1_000));
        assertFalse(spending.reserve(MONTH.plusMonths(1), 1_001, 1_000));
        assertTrue(spending.reserve(MONTH.plusMonths(1), 1_000, 1_000));
    }

    @Test
    void settling_replaces_the_reservation_by_the_costs() {
        Spending spending = nothingSpent();
        spending.reserve(MONTH, 300, 1_000);
        spending.settle(MONTH, 300, new Call("gazette", 40));
        spending.reserve(MONTH, 300, 1_000);
        spending.settle(MONTH, 300, new Call("gazette", 50));
        spending.reserve(MONTH, 300, 1_000);
        spending.settle(MONTH, 300, new Call(null, 200));
        spending.reserve(MONTH, 300, 1_000);

        MonthCosts costs = spending.costs(MONTH);

        assertEquals(590, costs.committed());
        assertEquals(290, costs.spent());
        assertEquals(3, costs.articles());
        assertEquals(
                List.of(new MonthCosts.Source(MonthCosts.UPLOADS, 200, 1), new MonthCosts.Source("gazette", 90, 2)),
                costs.sources());
        assertEquals(590, spending.total(MONTH));
    }

    @Test
    void a_call_that_was_not_charged_leaves_nothing() {
        Spending spending = nothingSpent();
        spending.reserve(MONTH, 300, 1_000);
        spending.settle(MONTH, 300, Call.NONE);

        assertEquals(MonthCosts.none(MONTH), spending.costs(MONTH));
    }
}
