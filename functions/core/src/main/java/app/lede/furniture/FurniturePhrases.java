package app.lede.furniture;

import app.lede.text.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the phrases of {@code furniture.tsv} by their use: beginnings and marks of the lines that sites put around articles.
 *
 * <p>Immutable.
 */
public final class FurniturePhrases {

    private static final int USE = 0;
    private static final int PHRASE = 2;

    private final Map<String, List<List<String>>> rows = new HashMap<>();
    private final Map<String, List<String>> phrases = new HashMap<>();

    private FurniturePhrases() {
        for (String line : Table.lines(FurniturePhrases.class, "furniture.tsv")) {
            List<String> columns = Table.columns(line);
            String use = columns.get(USE);
            rows.computeIfAbsent(use, any -> new ArrayList<>()).add(columns.subList(PHRASE, columns.size()));
            phrases.computeIfAbsent(use, any -> new ArrayList<>()).add(columns.get(PHRASE));
        }
    }

    public static FurniturePhrases load() {
        return new FurniturePhrases();
    }

    /** Returns the phrases of one use in the table's order; none for an unknown use. */
    public List<String> of(String use) {
        return Collections.unmodifiableList(phrases.getOrDefault(use, List.of()));
    }

    /** Returns each phrase of one use with the columns behind it. */
    List<List<String>> rows(String use) {
        return rows.getOrDefault(use, List.of());
    }
}
