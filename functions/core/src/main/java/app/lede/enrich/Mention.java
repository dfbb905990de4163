package app.lede.enrich;

import java.util.List;

/**
 * A country or bloc mentioned in a text.
 *
 * @param type {@code country} or {@code bloc}
 * @param name usual name in the article's language, whatever form the text uses ("Malian" gives Mali)
 * @param identifier ISO 3166-1 alpha-2 of a country, the usual code of a bloc ({@code AES}, {@code EU})
 * @param count number of occurrences
 * @param spans the first occurrences, ascending, at least one; all of them where there are as many as {@code count}
 */
public record Mention(String type, String name, String identifier, int count, List<Span> spans) {

    /** Type of a country. */
    public static final String COUNTRY = "country";

    /** Type of an alliance or union of countries. */
    public static final String BLOC = "bloc";

    /** Rejects a mention without spans. */
    public Mention {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.size() > count) {
            throw new IllegalArgumentException(name + ": " + spans.size() + " occurrences of " + count);
        }
    }

    /** Creates a mention with every occurrence. */
    public Mention(String type, String name, String identifier, List<Span> spans) {
        this(type, name, identifier, spans.size(), spans);
    }

    /** Keeps the first occurrences only, at least one. */
    public Mention withFirst(int occurrences) {
        return new Mention(type, name, identifier, count, spans.subList(0, Math.min(occurrences, spans.size())));
    }

    /** Returns the codes of the countries among mentions, each once, in order. */
    public static List<String> countries(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.type().equals(COUNTRY))
                .map(Mention::identifier)
                .distinct()
                .toList();
    }
}
