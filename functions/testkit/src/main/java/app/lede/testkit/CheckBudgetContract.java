package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.pipeline.PageChecks;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of every budget of page checks. */
public abstract class CheckBudgetContract {

    /** Returns an unused budget of so many checks a day for all hosts together. */
    protected abstract PageChecks.Budget fullBudget(int overall);

    @Test
    void a_host_has_so_many_checks_a_day_and_every_host_its_own() {
        PageChecks.Budget budget = fullBudget(10_000);
        long taken = IntStream.range(0, PageChecks.MOST_A_DAY + 3)
                .filter(i -> budget.take("news.example.org", Samples.NOON))
                .count();
        assertEquals(PageChecks.MOST_A_DAY, taken);
        assertFalse(budget.take("news.example.org", Samples.NOON.plusSeconds(3_600)));
        assertTrue(budget.take("other.example.org", Samples.NOON));
        assertTrue(budget.take("news.example.org", Samples.NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void a_budget_that_is_taken_in_parts_is_used_up_and_not_exceeded() {
        PageChecks.Budget budget = fullBudget(251);
        long taken = IntStream.range(0, 254)
                .filter(i -> budget.take("news.example.org", Samples.NOON))
                .count();
        assertEquals(251, taken);
        assertTrue(budget.take("news.example.org", Samples.NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void all_hosts_together_have_so_many_checks_a_day() {
        PageChecks.Budget budget = fullBudget(3);
        long taken = IntStream.range(0, 5)
                .filter(i -> budget.take("host" + i + ".example.org", Samples.NOON))
                .count();
        assertEquals(3, taken);
        assertTrue(budget.take("host0.example.org", Samples.NOON.plus(Duration.ofDays(1))));
    }
}
