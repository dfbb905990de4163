package app.lede.lucene.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Chain of token filters for a group of languages. Nothing is stopped, so every word and every phrase can be found. Index and
 * query use the same chain, but for the words of hashtags, which the index alone adds.
 *
 * <p>Words were tried in pairs, in both directions, against Lucene 10.6.0 (November 2026): {@code traps.tsv} among the tests.
 * Languages without a chain, Hausa, Swahili, Yoruba and Somali among them, are folded and not stemmed.
 */
public enum Chain {
    ENGLISH('e'),
    SPANISH('s'),
    PORTUGUESE('p'),
    FRENCH('f'),
    TURKISH('t'),
    ARABIC('a'),
    RUSSIAN('r'),
    GERMAN('d'),
    CJK('c'),
    THAI('h'),
    AMHARIC('m'),
    OTHER('o');

    private static final Map<String, Chain> BY_LANGUAGE = Map.ofEntries(
            Map.entry("en", ENGLISH),
            Map.entry("es", SPANISH),
            Map.entry("pt", PORTUGUESE),
            Map.entry("fr", FRENCH),
            Map.entry("tr", TURKISH),
            Map.entry("ar", ARABIC),
            Map.entry("ru", RUSSIAN),
            Map.entry("de", GERMAN),
            Map.entry("zh", CJK),
            Map.entry("ja", CJK),
            Map.entry("ko", CJK),
            Map.entry("th", THAI),
            Map.entry("am", AMHARIC));

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private final char marker;

    Chain(char marker) {
        this.marker = marker;
    }

    /** Returns the first character of every term in the index that this chain made. */
    public char marker() {
        return marker;
    }

    /** Returns the chain of a marker. */
    public static Optional<Chain> ofMarker(char marker) {
        return Stream.of(values()).filter(chain -> chain.marker == marker).findFirst();
    }

    /** Returns the chain of a language; region and script of the tag do not matter. */
    public static Chain of(@Nullable String language) {
        if (language == null) {
            return OTHER;
        }
        int hyphen = language.indexOf('-');
        String primary = hyphen < 0 ? language : language.substring(0, hyphen);
        return BY_LANGUAGE.getOrDefault(primary.toLowerCase(Locale.ROOT), OTHER);
    }

    Tokenizer tokenizer() {
        return this == THAI ? new ThaiTokenizer() : new StandardTokenizer();
    }

    /** Folds case, accents and variants of writing, and keeps inflections. */
    TokenStream folded(TokenStream tokens) {
        TokenStream in = acronyms(tokens);
        return switch (this) {
            case ENGLISH -> ascii(possessive(in));
            case PORTUGUESE, THAI -> ascii(lower(in));
            case FRENCH -> ascii(elided(in));
            case SPANISH -> ascii(Inflections.enye(lower(in)));
            case TURKISH -> ascii(digits(new TurkishLowerCaseFilter(new ApostropheFilter(in))));
            case ARABIC -> ascii(new ArabicNormalizationFilter(lower(in)));
            case RUSSIAN, OTHER -> ascii(lower(yo(in)));
            case GERMAN -> ascii(new GermanNormalizationFilter(lower(in)));
            case CJK -> ascii(new CJKWidthFilter(lower(in)));
            case AMHARIC -> ascii(lower(new MappingFilter(in, MappingFilter::amharic)));
        };
    }

    /** Joins the inflections of a word, too. */
    TokenStream stemmed(TokenStream tokens) {
        return switch (this) {
            // Accents first: the stemmer leaves words alone that have one, and Müller would not be Muller.
            case ENGLISH -> new KStemFilter(Inflections.english(ascii(possessive(acronyms(tokens)))));
            case SPANISH -> ascii(Inflections.enye(new SpanishPluralStemFilter(lower(acronyms(tokens)))));
            case PORTUGUESE -> ascii(new PortugueseLightStemFilter(Inflections.portuguese(lower(acronyms(tokens)))));
            case FRENCH -> ascii(new FrenchLightStemFilter(Inflections.french(elided(acronyms(tokens)))));
            case TURKISH -> Inflections.turkish(folded(tokens));
            case ARABIC -> new PatternCaptureGroupTokenFilter(folded(tokens), true, Inflections.ARABIC_PREFIXES);
            case RUSSIAN -> new SnowballFilter(folded(tokens), new RussianStemmer());
            case GERMAN -> new GermanLightStemFilter(folded(tokens));
            case CJK -> new CJKBigramFilter(folded(tokens), ALL_SCRIPTS, true);
            case THAI, AMHARIC, OTHER -> folded(tokens);
        };
    }

    private TokenStream acronyms(TokenStream in) {
        return new AcronymFilter(in, this == ENGLISH);
    }

    private static TokenStream lower(TokenStream in) {
        return digits(new LowerCaseFilter(in));
    }

    private static TokenStream digits(TokenStream in) {
        return new DecimalDigitFilter(in);
    }

    private static TokenStream possessive(TokenStream in) {
        return lower(new EnglishPossessiveFilter(in));
    }

    private static TokenStream elided(TokenStream in) {
        return new ElisionFilter(lower(in), FrenchAnalyzer.DEFAULT_ARTICLES);
    }

    private static TokenStream yo(TokenStream in) {
        return new MappingFilter(in, MappingFilter::yo);
    }

    private static TokenStream ascii(TokenStream in) {
        return new ASCIIFoldingFilter(in);
    }
}
