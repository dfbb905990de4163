package app.lede.enrich;

import java.util.List;

/**
 * A country or bloc mentioned in a text.
 *
 * @param type {@code country} or {@code bloc}
 * @param name usual name in the article's language, whatever form the text uses ("Malian" gives Mali)
 * @param identifier ISO 3166-1 alpha-2 of a country, the usual code of a bloc ({@code AES}, {@code EU})
 * @param spans all occurrences, ascending; at least one
 */
public record Mention(String type, String name, String identifier, List<Span> spans) {

    /** Type of a country. */
    public static final String COUNTRY = "country";

    /** Type of an alliance or union of countries. */
    public static final String BLOC = "bloc";

    /** Rejects a mention without spans. */
    public Mention {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(name + " is mentioned nowhere");
        }
    }
}
