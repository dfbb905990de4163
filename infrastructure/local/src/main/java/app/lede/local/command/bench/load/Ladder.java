package app.lede.local.command.bench.load;

/**
 * Shares articles among steps of growing load: each step has more articles than the one before, and twice its clients. Three
 * fifths of them are polled, the others uploaded.
 *
 * @param articles of all steps
 */
record Ladder(int articles, int sources, int steps) {
    /** Entries of each source before the first step. */
    static final int KNOWN = 3;

    private static final int POLLED_OF_FIVE = 3;

    /** Returns the articles before the first step. */
    int known() {
        return KNOWN * sources;
    }

    /** Returns the clients that upload, and as many that read. */
    int clients(int step) {
        return 1 << step;
    }

    /** Returns the articles of a step. */
    int articles(int step) {
        return upTo(step + 1) - upTo(step);
    }

    /** Returns the articles of the steps before one: 1, 3, 6, 10 of so many parts. */
    private int upTo(int step) {
        long parts = steps * (steps + 1L) / 2;
        return (int) (articles * (step * (step + 1L) / 2) / parts);
    }

    private int polled(int step) {
        return articles(step) * POLLED_OF_FIVE / 5;
    }

    /** Returns the polled articles of all steps. */
    int polled() {
        int polled = 0;
        for (int step = 0; step < steps; step++) {
            polled += polled(step);
        }
        return polled;
    }

    /** Returns the uploads of a step. */
    int uploads(int step) {
        return articles(step) - polled(step);
    }

    /** Returns the entries that a source publishes in a step. */
    int entries(int step, int source) {
        long polled = polled(step);
        return (int) (polled * (source + 1) / sources - polled * source / sources);
    }
}
