package app.lede.enrich;

import java.util.List;

/**
 * A country or bloc a text names, and where.
 *
 * @param type {@code country} or {@code bloc}
 * @param name in the language of the article: the usual name, however the text puts it ("Malian" is Mali)
 * @param identifier ISO 3166-1 alpha-2 of a country, the usual code of a bloc ({@code AES}, {@code EU})
 * @param spans every place, ascending; at least one
 */
public record Mention(String type, String name, String identifier, List<Span> spans) {

    /** The type of a country. */
    public static final String COUNTRY = "country";

    /** The type of an alliance or union of countries. A bloc is not its members. */
    public static final String BLOC = "bloc";

    /** Refuses a mention without evidence. */
    public Mention {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(name + " is mentioned nowhere");
        }
    }
}
