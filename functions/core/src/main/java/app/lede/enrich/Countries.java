package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.enrich.NameScan.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The countries and blocs a text names, each with every place that names it.
 *
 * <p>Precision comes first: a name counts as a whole word in the case it is written in; the longest wins (Guinea-Bissau
 * is not Guinea); a name that a person, a state or a bird has too counts only with evidence; capitals do not stand for
 * governments ("Washington", "Moscow"); a bloc is not its members. A demonym names its country. Names come from the CLDR
 * ({@code country-names.txt}) and, by hand, {@code country-words.txt} and {@code blocs.txt}. A language without a table is
 * read with the English one.
 *
 * <p>Thread safe; keeps the tables it has built. Time is linear in the text.
 */
public final class Countries {

    private static final String FALLBACK = "en";

    private final List<String> generated = WordTables.lines("country-names.txt");
    private final List<String> words = WordTables.lines("country-words.txt");
    private final Blocs blocs = new Blocs();
    private final Set<String> languages;
    private final Map<String, NameTable> tables = new ConcurrentHashMap<>();

    /** Reads the tables' lines; a language's table is built when its first text comes. */
    public Countries() {
        languages = new HashSet<>();
        generated.forEach(line -> languages.add(line.substring(0, line.indexOf('\t'))));
    }

    /** What a text names, ordered by first occurrence; empty when it names none. The language is a BCP 47 tag. */
    public List<Mention> mentions(String text, @Nullable String language) {
        NameTable table = tables.computeIfAbsent(tableFor(language), this::build);
        List<Hit> hits = new NameScan(text, table).hits();
        List<Hit> named = new Evidence(text, table, blocs).accepted(hits);
        return grouped(text, named, table);
    }

    private String tableFor(@Nullable String language) {
        if (language == null) {
            return FALLBACK;
        }
        String primary = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return languages.contains(primary) ? primary : FALLBACK;
    }

    private NameTable build(String language) {
        return new NameTable(language, generated, words, blocs.names());
    }

    private List<Mention> grouped(String text, List<Hit> named, NameTable table) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        Set<String> unions = new HashSet<>();
        int at = 0;
        int codePoints = 0;
        for (Hit hit : named) {
            int start = codePoints + text.codePointCount(at, hit.start());
            codePoints = start + text.codePointCount(hit.start(), hit.end());
            at = hit.end();
            boolean union = hit.name().kind() == Kind.BLOC || hit.name().kind() == Kind.ACRONYM;
            // "AU" is Australia and the African Union.
            String key = (union ? "bloc " : "country ") + hit.name().code();
            unions.addAll(union ? Set.of(key) : Set.of());
            spans.computeIfAbsent(key, first -> new ArrayList<>()).add(new Span(start, codePoints));
        }
        List<Mention> mentions = new ArrayList<>();
        spans.forEach((key, places) -> mentions.add(mention(key, unions.contains(key), places, table)));
        return mentions;
    }

    private Mention mention(String key, boolean union, List<Span> spans, NameTable table) {
        String code = key.substring(key.indexOf(' ') + 1);
        return union
                ? new Mention(Mention.BLOC, blocs.displayed(code), code, spans)
                : new Mention(Mention.COUNTRY, table.displayed(code), code, spans);
    }
}
