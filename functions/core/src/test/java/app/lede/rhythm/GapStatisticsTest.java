package app.lede.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class GapStatisticsTest {

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void of_a_few_gaps_nothing_is_known() {
        assertEquals(OptionalDouble.empty(), of(5, () -> 24).limit());
        assertTrue(of(6, () -> 24).limit().isPresent());
    }

    @Test
    void few_gaps_allow_a_longer_silence_than_many() {
        double few = relativeLimit(of(6, () -> exponential(24)));
        double many = relativeLimit(of(200, () -> exponential(24)));
        assertTrue(few > many, few + " and " + many);
    }

    /** Of a Poisson process of one a day, the exact quantile of the exponential distribution is 24 ln(1750) = 179 hours. */
    @Test
    void the_limit_of_a_poisson_process_is_near_the_exact_one() {
        double limit = of(200, () -> exponential(24)).limit().orElseThrow();
        assertEquals(179, limit, 50);
    }

    @Test
    void a_regular_source_is_missed_sooner_and_one_of_bursts_later() {
        double poisson = of(200, () -> exponential(24)).limit().orElseThrow();
        double regular = of(200, () -> 20 + random.nextDouble(8)).limit().orElseThrow();
        double bursts = of(200, () -> random.nextInt(5) > 0 ? 1 : exponential(116))
                .limit()
                .orElseThrow();
        assertTrue(regular < poisson * 0.7, regular + " and " + poisson);
        assertTrue(bursts > poisson * 1.3, bursts + " and " + poisson);
    }

    @Test
    void an_outage_does_not_teach_to_wait() {
        GapStatistics daily = of(100, () -> 20 + random.nextDouble(8));
        double before = daily.limit().orElseThrow();
        double after = daily.plus(10_000).limit().orElseThrow();
        assertTrue(after < before * 1.4, before + " and " + after);
    }

    @Test
    void gaps_of_nothing_and_huge_ones_give_numbers() {
        assertEquals(OptionalDouble.empty(), of(50, () -> 0).limit());
        assertTrue(Double.isFinite(of(300, () -> 1e9).limit().orElseThrow()));
    }

    private static GapStatistics of(int count, DoubleSupplier gap) {
        GapStatistics gaps = GapStatistics.NONE;
        for (int i = 0; i < count; i++) {
            gaps = gaps.plus(gap.getAsDouble());
        }
        return gaps;
    }

    private static double relativeLimit(GapStatistics gaps) {
        return gaps.limit().orElseThrow() / gaps.mean().orElseThrow();
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
