package app.lede.extract.score;

/**
 * Receives the names of a passage's features in parts, so that no name is built only to be looked up. A feature may be
 * added twice and counts once.
 */
interface FeatureSink {

    /** Adds the feature whose name is the four parts joined. */
    void add(String first, String second, String third, String fourth);

    default void add(String first, String second, String third) {
        add(first, second, third, "");
    }

    default void add(String first, String second) {
        add(first, second, "", "");
    }

    default void add(String name) {
        add(name, "", "", "");
    }
}
