package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.enrich.NameScan.Hit;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the countries and blocs mentioned in a text, each with all its spans.
 *
 * <p>Favours precision: names match as whole words in their own case; the longest match wins (Guinea-Bissau is not
 * Guinea); a name shared with a person, a state or a bird needs evidence; capitals do not stand for governments
 * ("Washington", "Moscow"); a bloc does not imply its members. A demonym counts as its country. Names come from the
 * CLDR ({@code country-names.txt}) and from {@code country-words.txt} and {@code blocs.txt}, kept by hand. Languages
 * without a table use the English one.
 *
 * <p>Thread safe; caches its tables. Time is linear in the text.
 */
public final class Countries {

    private static final String FALLBACK = "en";

    private final List<String> generated = Table.lines(Countries.class, "country-names.txt");
    private final List<String> words = Table.lines(Countries.class, "country-words.txt");
    private final Blocs blocs = new Blocs();
    private final Entities entities = new Entities();
    private final Roles roles = new Roles();
    private final Set<String> languages;
    private final Map<String, NameTable> tables = new ConcurrentHashMap<>();

    /** Reads the tables' lines; builds a language's table on its first text. */
    public Countries() {
        languages = new HashSet<>();
        generated.forEach(line -> languages.add(line.substring(0, line.indexOf('\t'))));
    }

    /** Returns the countries and blocs in a text, ordered by first occurrence. The language is a BCP 47 tag. */
    public List<Mention> mentions(String text, @Nullable String language) {
        return all(text, language, null).stream()
                .filter(mention ->
                        mention.type().equals(Mention.COUNTRY) || mention.type().equals(Mention.BLOC))
                .toList();
    }

    Entities entities() {
        return entities;
    }

    Roles roles() {
        return roles;
    }

    /**
     * Returns the countries and blocs, and what {@link Entities} links, ordered by first occurrence.
     *
     * @param day of publication, ISO 8601; null if unknown
     */
    List<Mention> all(String text, @Nullable String language, @Nullable String day) {
        NameTable table = tables.computeIfAbsent(tableFor(language), this::build);
        List<Hit> hits = new NameScan(text, table).hits();
        List<Hit> named = new MentionFilter(text, table, blocs, roles, day).accepted(hits);
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
        return new NameTable(language, generated, words, blocs.names(), entities);
    }

    private List<Mention> grouped(String text, List<Hit> named, NameTable table) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        Map<String, String> written = new HashMap<>();
        Set<String> unions = new HashSet<>();
        int at = 0;
        int codePoints = 0;
        for (Hit hit : named) {
            int start = codePoints + text.codePointCount(at, hit.start());
            codePoints = start + text.codePointCount(hit.start(), hit.end());
            at = hit.end();
            boolean union = hit.name().kind() == Kind.BLOC || hit.name().kind() == Kind.ACRONYM;
            // "AU" is both Australia and the African Union.
            String key = (union ? "bloc " : "country ") + hit.name().code();
            if (hit.name().kind() != Kind.FAMILY) {
                written.merge(
                        key,
                        text.substring(hit.start(), hit.end()),
                        (before, form) -> isCapitals(before) ? form : before);
            }
            unions.addAll(union ? Set.of(key) : Set.of());
            spans.computeIfAbsent(key, first -> new ArrayList<>()).add(new Span(start, codePoints));
        }
        List<Mention> mentions = new ArrayList<>();
        spans.forEach(
                (key, places) -> mentions.add(mention(key, unions.contains(key), places, table, written.get(key))));
        return mentions;
    }

    private static boolean isCapitals(String form) {
        return form.codePoints().noneMatch(Character::isLowerCase)
                && form.codePoints().anyMatch(Character::isUpperCase);
    }

    /** Returns a name that a text has in capitals only as texts write it elsewhere: "BAMAKO" is Bamako. */
    private static String inLowerCase(String form) {
        StringBuilder lower = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            boolean first = i == 0 || !Character.isLetter(form.charAt(i - 1));
            lower.append(first ? form.charAt(i) : Character.toLowerCase(form.charAt(i)));
        }
        return lower.toString();
    }

    private Mention mention(String key, boolean union, List<Span> spans, NameTable table, @Nullable String written) {
        String code = key.substring(key.indexOf(' ') + 1);
        String type = entities.type(code);
        if (type != null) {
            String name = written == null ? entities.name(code) : written;
            boolean shouted = type.equals(Mention.PLACE) && isCapitals(name);
            return new Mention(type, shouted ? inLowerCase(name) : name, code, spans);
        }
        return union
                ? new Mention(Mention.BLOC, blocs.displayed(code), code, spans)
                : new Mention(Mention.COUNTRY, table.displayed(code), code, spans);
    }
}
