package app.lede.enrich;

import app.lede.text.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links mentions to Wikidata: countries and blocs by {@code wikidata.tsv}, others by the item they were found with. Thread
 * safe.
 */
public final class Wikidata {

    private static final Map<String, String> ITEMS = items();

    private Wikidata() {}

    /** Returns the address of a mention's item; null if it is not known. */
    public static @Nullable String address(Mention mention) {
        String item =
                switch (mention.type()) {
                    case Mention.COUNTRY, Mention.BLOC -> ITEMS.get(mention.type() + " " + mention.identifier());
                    default -> mention.identifier().startsWith("Q") ? mention.identifier() : null;
                };
        return item == null ? null : "http://www.wikidata.org/entity/" + item;
    }

    private static Map<String, String> items() {
        Map<String, String> items = new HashMap<>();
        for (String line : Table.lines(Wikidata.class, "wikidata.tsv")) {
            List<String> columns = Table.columns(line);
            items.put(columns.get(0) + " " + columns.get(1), columns.get(2));
        }
        return Map.copyOf(items);
    }
}
