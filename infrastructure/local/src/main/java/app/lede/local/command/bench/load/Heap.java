package app.lede.local.command.bench.load;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Measures the heap after full collections. */
final class Heap {
    private static final double MEGABYTE = 1 << 20;

    private final List<Sample> samples = new ArrayList<>();

    /**
     * The heap in use after a collection.
     *
     * @param at articles or hours so far
     */
    record Sample(double at, double megabytes) {}

    /** Collects garbage, twice for what is freed late, and takes a sample. */
    void sample(double at) {
        System.gc();
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        samples.add(new Sample(at, used / MEGABYTE));
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Returns the slope of the least-squares line through some samples, in megabytes for each unit; 0 through fewer than two. */
    static double slope(List<Sample> samples) {
        double meanAt = samples.stream().mapToDouble(Sample::at).average().orElse(0);
        double meanUsed =
                samples.stream().mapToDouble(Sample::megabytes).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (Sample sample : samples) {
            products += (sample.at() - meanAt) * (sample.megabytes() - meanUsed);
            squares += (sample.at() - meanAt) * (sample.at() - meanAt);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** Returns the slope without the first third, in which classes and caches are loaded. */
    double slope() {
        return slope(samples.subList(samples.size() / 3, samples.size()));
    }
}
