package app.lede.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;

/** Inflections that the stemmers of Lucene part or join wrongly. */
final class Inflections {

    /** Conjunctions, prepositions and the article that Arabic writes as part of the word. */
    static final Pattern ARABIC_PREFIXES = Pattern.compile("^(?:[وف]?(?:ال|بال|كال|لل)|[وفبلك])(.{3,})$");

    private static final StemmerOverrideMap ENGLISH = overrides(Map.of("crises", "crisis"));

    private static final StemmerOverrideMap FRENCH = overrides(Map.of("travaux", "travail", "vitraux", "vitrail"));

    private static final StemmerOverrideMap PORTUGUESE = overrides(Map.ofEntries(
            Map.entry("país", "país"),
            Map.entry("países", "país"),
            Map.entry("mísseis", "míssil"),
            Map.entry("fósseis", "fóssil"),
            Map.entry("fáceis", "fácil"),
            Map.entry("difíceis", "difícil"),
            Map.entry("úteis", "útil"),
            Map.entry("frágeis", "frágil"),
            Map.entry("teses", "tese")));

    private static final Pattern PORTUGUESE_ESES = Pattern.compile("^([^áéíóúâêôãõ]{2,})eses$");

    /** The stemmer takes a final e away and leaves é: Traoré would not be Traore. */
    private static final Pattern PORTUGUESE_FINAL_E = Pattern.compile("^(.{3,})é(s?)$");

    private static final Pattern TURKISH_PLURAL = Pattern.compile("(?<=.{3})l[ae]r$");

    private static final Pattern ENYE = Pattern.compile("ñ", Pattern.LITERAL);

    private Inflections() {}

    static TokenStream english(TokenStream in) {
        return new StemmerOverrideFilter(in, ENGLISH);
    }

    static TokenStream french(TokenStream in) {
        return new StemmerOverrideFilter(in, FRENCH);
    }

    static TokenStream portuguese(TokenStream in) {
        TokenStream eses = new PatternReplaceFilter(in, PORTUGUESE_ESES, "$1ês", false);
        return new StemmerOverrideFilter(
                new PatternReplaceFilter(eses, PORTUGUESE_FINAL_E, "$1e$2", false), PORTUGUESE);
    }

    static TokenStream turkish(TokenStream in) {
        return new PatternReplaceFilter(in, TURKISH_PLURAL, "", false);
    }

    /** Keeps ñ a letter of its own when accents are folded: año is not ano. */
    static TokenStream enye(TokenStream in) {
        return new PatternReplaceFilter(in, ENYE, "n~", true);
    }

    private static StemmerOverrideMap overrides(Map<String, String> stems) {
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
        stems.forEach(builder::add);
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // It builds in memory.
        }
    }
}
