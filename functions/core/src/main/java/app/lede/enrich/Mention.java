package app.lede.enrich;

import java.util.List;

/**
 * A country, bloc, person, organisation or place mentioned in a text.
 *
 * @param type one of the constants
 * @param name usual name in the article's language of a country or bloc, whatever form the text uses ("Malian" gives Mali);
 *     of others, the name as the text writes it in full
 * @param identifier ISO 3166-1 alpha-2 of a country, the usual code of a bloc ({@code AES}, {@code EU}); of others, the
 *     Wikidata item ({@code Q3703}), or empty if unknown
 * @param count number of occurrences
 * @param salience weight in the text from 0 to 100: how often, how early, and whether in the headline
 * @param spans the first occurrences, ascending, at least one; all of them where there are as many as {@code count}
 */
public record Mention(String type, String name, String identifier, int count, int salience, List<Span> spans) {

    /** Type of a country. */
    public static final String COUNTRY = "country";

    /** Type of an alliance or union of countries. */
    public static final String BLOC = "bloc";

    /** Type of a person. */
    public static final String PERSON = "person";

    /** Type of an organisation. */
    public static final String ORGANIZATION = "org";

    /** Type of a town. */
    public static final String PLACE = "place";

    private static final int MOST_SALIENT = 100;

    /** Rejects a mention without spans. */
    public Mention {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.size() > count) {
            throw new IllegalArgumentException(name + ": " + spans.size() + " occurrences of " + count);
        }
        if (salience < 0 || salience > MOST_SALIENT) {
            throw new IllegalArgumentException(name + ": salience " + salience);
        }
    }

    /** Creates a mention whose salience is not known. */
    public Mention(String type, String name, String identifier, int count, List<Span> spans) {
        this(type, name, identifier, count, 0, spans);
    }

    /** Creates a mention with every occurrence, whose salience is not known. */
    public Mention(String type, String name, String identifier, List<Span> spans) {
        this(type, name, identifier, spans.size(), spans);
    }

    /** Keeps the first occurrences only, at least one. */
    public Mention withFirst(int occurrences) {
        return new Mention(
                type, name, identifier, count, salience, spans.subList(0, Math.min(occurrences, spans.size())));
    }

    /** Returns this mention with its weight in the text. */
    public Mention withSalience(int weight) {
        return new Mention(type, name, identifier, count, weight, spans);
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
