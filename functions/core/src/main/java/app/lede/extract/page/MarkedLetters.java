package app.lede.extract.page;

/** Counts letters of the current passage inside elements of one kind, such as links; not thread safe. */
final class MarkedLetters {

    private int depth;
    private int letters;

    void open() {
        depth++;
    }

    void close() {
        depth--;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** Adds the letters of a run of text. */
    void letters(int count) {
        letters += depth > 0 ? count : 0;
    }

    /** Returns the share of the passage's letters, 0 to 1. */
    double shareOf(int all) {
        return Math.min(1.0, (double) letters / all);
    }

    void reset() {
        letters = 0;
    }
}
