package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The phrases matched in texts of one language, with that language's affixes.
 *
 * <p>Immutable once built.
 */
final class NameTable {

    private static final int HASH_BITS = 14;

    /** Spreads the bits of a beginning: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E37_79B9;

    /** Names by their first two or three characters, folded as {@link #beginning} does. */
    private final Map<Integer, List<Name>> byBeginning = new HashMap<>();

    /** Beginnings that names have in texts, by their hash: few words get as far as the map. */
    private final boolean[] begins = new boolean[1 << HASH_BITS];

    private final Entities entities;
    private final Map<String, String> displayed = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Map<String, Kind> doubtful = new HashMap<>();
    private final Set<String> before = new HashSet<>();
    private final Set<String> joins = new HashSet<>();
    private final Set<String> states = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> roles = new HashSet<>();
    private final Set<String> streets = new HashSet<>();
    private final Set<String> streetEnds = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    private final Map<String, List<String>> declensions = new HashMap<>();
    private final Map<String, List<String>> inflections = new HashMap<>();

    /**
     * Builds one language's table.
     *
     * @param generated lines of {@code country-names.txt}
     * @param words lines of {@code country-words.txt}
     * @param blocs names of blocs, the same in every language
     * @param entities further names, the same in every language
     */
    NameTable(String language, List<String> generated, List<String> words, List<Name> blocs, Entities entities) {
        this.entities = entities;
        entities.names().forEach(this::prefixed);
        List<String> own = words.stream()
                .filter(line -> line.startsWith(language + " "))
                .map(line -> line.substring(language.length() + 1))
                .toList();
        own.forEach(this::rule);
        for (String line : generated) {
            if (line.startsWith(language + "\t")) {
                List<String> fields = List.of(line.split("\t", -1));
                country(fields.get(1), fields.get(2));
            }
        }
        own.forEach(this::phrases);
        blocs.forEach(this::prefixed);
        order();
    }

    /**
     * Returns the names that may begin at a place of a text, longest first.
     *
     * @param at before the text's last character
     */
    List<Name> beginningAt(String text, int at) {
        if (!mayBegin(text, at)) {
            return List.of();
        }
        int two = beginning(text.charAt(at), text.charAt(at + 1));
        List<Name> longer = at + 2 < text.length() ? names(beginning(two, text.charAt(at + 2))) : List.of();
        return longer.isEmpty() ? names(two) : longer;
    }

    private List<Name> names(int beginning) {
        return byBeginning.getOrDefault(beginning, List.of());
    }

    /** Tests the first characters with their case: most words are small, and most names have a capital. */
    private boolean mayBegin(String text, int at) {
        int two = withCase(text.charAt(at), text.charAt(at + 1));
        return begins[hash(two)] || (at + 2 < text.length() && begins[hash(beginning(two, text.charAt(at + 2)))]);
    }

    private static int withCase(char first, char second) {
        return (first << 16) | Character.toLowerCase(NameScan.plain(second));
    }

    private static int hash(int beginning) {
        return (beginning * SPREAD) >>> (Integer.SIZE - HASH_BITS);
    }

    private static int beginning(char first, char second) {
        return (Character.toLowerCase(first) << 16) | Character.toLowerCase(NameScan.plain(second));
    }

    /** Mixes the third character into the beginning; names that get the same number by chance are compared in full. */
    private static int beginning(int two, char third) {
        return (two * 31 + Character.toLowerCase(NameScan.plain(third))) | Integer.MIN_VALUE;
    }

    /** Returns the usual name of a country in this language. */
    String displayed(String code) {
        return displayed.getOrDefault(code, code);
    }

    Entities entities() {
        return entities;
    }

    boolean standsBeforePlaces(String word) {
        return before.contains(word);
    }

    boolean joins(String word) {
        return joins.contains(word);
    }

    /** Returns the states behind whose comma-separated towns no country is meant. */
    Set<String> states() {
        return states;
    }

    /** Tests whether a country's name is a first name too. */
    boolean isGivenName(String phrase) {
        return given.contains(phrase);
    }

    /** Tests for a word that stands before a person's name. */
    boolean standsBeforePersons(String word) {
        return roles.contains(word);
    }

    /** Tests whether the language's streets begin with a word of their own. */
    boolean hasStreets() {
        return !streets.isEmpty();
    }

    /** Tests for a word before the name of a street, in any case. */
    boolean beginsStreets(String word) {
        return streets.contains(word) || streets.contains(LowerCase.of(word));
    }

    /** Tests for a word behind the name of a street: "Road". */
    boolean endsStreets(String word) {
        return streetEnds.contains(word);
    }

    Set<String> suffixes() {
        return suffixes;
    }

    private void add(Name name) {
        String phrase = name.phrase();
        int two = beginning(phrase.charAt(0), phrase.charAt(1));
        int key = phrase.length() == 2 ? two : beginning(two, phrase.charAt(2));
        byBeginning.computeIfAbsent(key, first -> new ArrayList<>()).add(name);
        begin(phrase, phrase.charAt(0));
        begin(phrase, Character.toUpperCase(phrase.charAt(0)));
    }

    private void begin(String phrase, char first) {
        int two = withCase(first, phrase.charAt(1));
        begins[hash(phrase.length() == 2 ? two : beginning(two, phrase.charAt(2)))] = true;
    }

    /** Sorts the names of each beginning, and puts those of two characters behind the longer ones. */
    private void order() {
        Map<Integer, List<Name>> ordered = new HashMap<>();
        byBeginning.forEach((key, names) -> {
            Set<Name> all = new LinkedHashSet<>(names);
            String phrase = names.getFirst().phrase();
            all.addAll(names(beginning(phrase.charAt(0), phrase.charAt(1))));
            List<Name> sorted = new ArrayList<>(all);
            sorted.sort(Comparator.comparingInt((Name name) -> name.phrase().length())
                    .reversed());
            ordered.put(key, sorted);
        });
        byBeginning.putAll(ordered);
    }

    private void rule(String line) {
        String[] fields = line.split(" ", 3);
        List<String> values = PhraseList.phrases(fields[2]);
        switch (fields[0]) {
            case "before" -> before.addAll(values);
            case "join" -> joins.addAll(values);
            case "state" -> states.addAll(values);
            case "given" -> given.addAll(values);
            case "role" -> roles.addAll(values);
            case "street" -> streets.addAll(values);
            case "streetend" -> streetEnds.addAll(values);
            case "suffix" -> suffixes.addAll(values);
            case "prefix" -> prefixes.addAll(values);
            case "drop" -> dropped.addAll(values);
            case "decline" -> values.forEach(rule -> endings(declensions, rule));
            case "inflect" -> values.forEach(rule -> endings(inflections, rule));
            case "rare" -> values.forEach(value -> doubtful.put(value, Kind.RARE));
            case "person" -> values.forEach(value -> doubtful.put(value, Kind.PERSON));
            case "place" -> values.forEach(value -> doubtful.put(value, Kind.PLACE));
            case "name", "demonym", "people", "evidence", "not" -> {
                // Phrases are added once all rules are known.
            }
            default -> throw new IllegalStateException("country-words.txt: " + line);
        }
    }

    private static void endings(Map<String, List<String>> rules, String rule) {
        int sign = rule.indexOf('=');
        rules.put(rule.substring(0, sign), List.of(rule.substring(sign + 1).split(",", -1)));
    }

    private void phrases(String line) {
        String[] fields = line.split(" ", 3);
        for (String phrase : PhraseList.phrases(fields[2])) {
            switch (fields[0]) {
                case "name", "demonym" -> found(phrase, fields[1]);
                case "people" -> people(phrase.substring(3), phrase.substring(0, 2));
                case "evidence" -> prefixed(new Name(phrase, fields[1], Kind.EVIDENCE));
                case "not" -> prefixed(new Name(phrase, "", Kind.NOTHING));
                default -> {
                    // Rules were read before.
                }
            }
        }
    }

    /** Adds a country by its CLDR name, without the CLDR's disambiguations: "Myanmar (Burma)", "Congo - Kinshasa". */
    private void country(String code, String cldr) {
        int bracket = cldr.indexOf(" (");
        String name = (bracket < 0 ? cldr : cldr.substring(0, bracket)).replace(" - ", "-");
        displayed.put(code, name);
        if (!dropped.contains(name)) {
            found(name, code);
        }
    }

    private void found(String phrase, String code) {
        Kind kind = doubtful.getOrDefault(phrase, Kind.COUNTRY);
        prefixed(new Name(phrase, code, kind));
        for (String form : formed(declensions, phrase)) {
            prefixed(new Name(form, code, kind));
        }
    }

    /** Adds a demonym in all its genders, numbers and cases. */
    private void people(String demonym, String code) {
        prefixed(new Name(demonym, code, Kind.COUNTRY));
        formed(inflections, demonym).forEach(form -> prefixed(new Name(form, code, Kind.COUNTRY)));
    }

    /** Returns the other forms of a one-word name, by the longest ending that has a rule. */
    private static List<String> formed(Map<String, List<String>> rules, String name) {
        for (int cut = name.indexOf(' ') < 0 ? 1 : name.length(); cut < name.length(); cut++) {
            List<String> endings = rules.get(name.substring(cut));
            if (endings != null) {
                String stem = name.substring(0, cut);
                return endings.stream().map(stem::concat).toList();
            }
        }
        return List.of();
    }

    /**
     * Adds Arabic prefixed forms: "and", "in" and "to" are written with the name, and "to" absorbs the article's first
     * letter.
     */
    private void prefixed(Name name) {
        add(name);
        for (String prefix : prefixes) {
            boolean swallows = prefix.endsWith("ل") && name.phrase().startsWith("ال");
            String joined = prefix + (swallows ? "ل" + name.phrase().substring(2) : name.phrase());
            add(new Name(joined, prefix.length(), name.code(), name.kind()));
        }
    }
}
