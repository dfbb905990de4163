package app.lede.extract.score;

import app.lede.extract.page.Frame;
import java.util.List;
import java.util.function.Consumer;

/**
 * Receives the names of a passage's features in parts, so that no name is built only to be looked up. A feature may be
 * added twice and counts once.
 */
interface FeatureSink {

    /** Adds the feature whose name is the four parts joined. */
    void add(String first, String second, String third, String fourth);

    /** Adds a feature for each name of an element. */
    default void addEach(String first, List<String> names) {
        for (String name : names) {
            add(first, name);
        }
    }

    /**
     * Adds the features that passages share with an element around them.
     *
     * @param around an element of the page; a sink may remember what it found for the same one
     * @param features adds them to a sink, depending on the element alone
     */
    default void addShared(Frame around, Consumer<FeatureSink> features) {
        features.accept(this);
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
