package app.lede.extract.score;

import java.util.List;

/**
 * Receives the names of a passage's features in parts, so that no name is built only to be looked up. A feature may be
 * added twice and counts once.
 */
interface FeatureSink {

    /** Adds the feature whose name is the four parts joined. */
    void add(String first, String second, String third, String fourth);

    /** Adds a feature for each name of an element; a sink may remember what it found for the same list. */
    default void addEach(String first, List<String> names) {
        for (String name : names) {
            add(first, name);
        }
    }

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
