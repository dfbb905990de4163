package app.lede.search.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises words written in the query syntax of other search engines, which would find nothing here: filters as fields,
 * wildcards within a word, boosts and edit distances. Quotation marks make them ordinary words.
 */
final class ForeignSyntax {

    /** Syntax to write in place of a field, by its name. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "write headline:"),
            Map.entry("lang", "give the parameter lang beside q"),
            Map.entry("language", "give the parameter lang beside q"),
            Map.entry("country", "give the parameter country beside q"),
            Map.entry("source", "give the parameter source beside q"),
            Map.entry("site", "give the parameter publisher or source beside q"),
            Map.entry("access", "give the parameter access beside q"),
            Map.entry("confidence", "give the parameter confidence beside q"),
            Map.entry("date", "give the parameters published_from and published_to beside q"),
            Map.entry("published", "give the parameters published_from and published_to beside q"),
            Map.entry("published_from", "give the parameter published_from beside q"),
            Map.entry("published_to", "give the parameter published_to beside q"),
            Map.entry("changed_from", "give the parameter changed_from beside q"),
            Map.entry("from", "give the parameter from beside q"),
            Map.entry("to", "give the parameter to beside q"),
            Map.entry("similar_to", "give the parameter similar_to in place of q"));

    private static final Pattern FIELD = Pattern.compile("(\\w{2,16}):.*", Pattern.DOTALL);
    private static final Pattern WILDCARD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+\\?+[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}?]*");
    private static final Pattern BOOST = Pattern.compile("(?:.*\\p{L})?\\^\\d+(?:\\.\\d+)?", Pattern.DOTALL);
    private static final Pattern DISTANCE = Pattern.compile("(?:[\\p{L}\\p{M}]+~\\d?|~\\d+)");

    private ForeignSyntax() {}

    /**
     * Returns how to write what a word means elsewhere; empty for an ordinary word.
     *
     * @param goesOn whether something follows the word without a space
     */
    static Optional<String> advice(String word, boolean goesOn) {
        Matcher field = FIELD.matcher(word);
        String name = field.matches() ? field.group(1).toLowerCase(Locale.ROOT) : "";
        if (FIELDS.containsKey(name) && (goesOn || word.length() > name.length() + 1)) {
            return advice(name + ": is no field of q (headline:, author:, publisher:, tag:); " + FIELDS.get(name));
        }
        if (WILDCARD.matcher(word).matches()) {
            return advice("? is no wildcard; * at the end of a word stands for any ending");
        }
        if (BOOST.matcher(word).matches()) {
            return advice("words have no weights; leave out ^ and the number");
        }
        return DISTANCE.matcher(word).matches()
                ? advice("words are not compared loosely; leave out ~ and the number")
                : Optional.empty();
    }

    private static Optional<String> advice(String text) {
        return Optional.of(text + ", or put the word in quotation marks to look for it as it stands");
    }
}
