package app.lede.extract.metadata;

import app.lede.date.WeekdayNames;
import app.lede.document.PaperName;
import app.lede.text.LowerCase;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Extracts personal names from bylines, without "By", roles, places, addresses and dates. The words around names are in
 * {@code bylines.tsv}.
 */
final class Names {

    static final int MAX_AUTHORS = 20;
    private static final int MAX_NAME = 80;

    /** Of a field with names no more is read, in UTF-16 units: {@value #MAX_AUTHORS} names with their roles are shorter. */
    private static final int MAX_FIELD = 4000;

    private static final int MAX_NAME_WORDS = 6;
    private static final int MAX_UNCASED = 12;

    private static final Map<String, List<String>> WORDS = Table.lines(Names.class, "bylines.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(List::getLast, Collectors.toUnmodifiableList())));

    /**
     * Matches "By Ines", "Author: Ines", "ByInes", "文/Ines"; "Von Ines Lindqvist", but not "Von Ines", which may be a
     * name.
     */
    private static final String BY =
            "(?:(?iu:" + any("by") + ")(?:\\s*[:：/／・＝]\\s*|\\s+)|(?iu:written )?[Bb]y(?=\\p{Lu}\\p{Ll})" + "|(?iu:"
                    + any("may") + ")(?::\\s*|\\s+(?=\\p{Lu}\\S*\\s+\\p{L})))";

    /** Matches a craft and a colon if a name of two or three words follows. */
    private static final Pattern LABELLED = Pattern.compile("^(?iu:" + any("labelled")
            + ")\\s?[:：]\\s*(?=\\p{Lu}[\\p{L}.'’-]*(?:"
            + " \\p{Lu}[\\p{L}.'’-]*){1,2}(?:$|\\s*[,|·(/&]|\\s\\p{Ll}{1,3}\\s\\p{Lu}))");

    private static final Pattern STARTS_WITH_BY = Pattern.compile("^" + BY);

    /** Matches "25.04.24 | 14:07 Uhr | Von Ines Lindqvist", "Last updated 4 March 2026 by Ines Lindqvist". */
    private static final Pattern BY_WITHIN = Pattern.compile(
            "(?:[|•·—–]\\s*|\\d{4},?\\s+|(?iu:written|posted|contributed|submitted|reported|authored)\\s+)(?=" + BY
                    + ")");

    private static final Pattern OTHER = Pattern.compile(
            "(?s)(?:(?<!\\p{L})(?iu:" + any("other") + ")(?!\\p{L})|(?<=\\p{Ll})(?:Updated|Published|Posted)).*$");

    private static final Pattern BETWEEN_NAMES = Pattern.compile(
            "\\s*(?:[;&|/•·、+]|\\s(?i:and|und|et|y|e|og|och|en|with|avec|mit|con|med|met|com|z|с|i|и|та|ve|και)\\s)\\s*");

    private static final Pattern COMMA = Pattern.compile("\\s*[,،，]\\s*(?i:and\\s|und\\s)?");

    /** Matches the suffix of a name: an abbreviation in brackets, or a role after a dash. */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s?\\([^()]*+\\)?+(?=\\s*+(?:$|[,;&|]))");

    /**
     * Matches the sections behind a name: "Ines Lindqvist, in News, Harbour"; not those before another name, which may be
     * places: "Ines Lindqvist, in Kyiv, and Oskar Blom, in Warsaw", or without the second place.
     */
    private static final Pattern IN_SECTIONS = Pattern.compile(
            ",\\s+in\\s+\\p{Lu}(?!.*,\\s+in\\s+\\p{Lu})(?!.*\\s\\p{Ll}{1,3}\\s+\\p{Lu}\\S*\\s+\\p{Lu}\\S*$).*$");

    private static final Pattern BEHIND_DASH = Pattern.compile("\\s+[-–—]\\s.*$");

    /** Matches titles after a name: "Ines Lindqvist, MD", "Oskar Blom, Ph.D.". */
    private static final Pattern POST_NOMINAL =
            Pattern.compile("(?=(?:.*\\p{Lu}){2})\\p{Lu}\\p{L}{0,4}(?:\\.?\\p{L}{1,2}){0,4}\\.?[®*]?");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.|\\S@\\S");

    /** Matches dates, times and minute counts; a single digit may be part of a name. */
    private static final Pattern NO_NAME = Pattern.compile(
            "\\d{3}|\\d[:./]\\d|^\\d+\\p{Ll}?\\s\\p{L}+$|\\s\\d{1,2}(?:st|nd|rd|th)?$|[<>{}\\[\\]@]|[.!?…:]$(?<!(?<!\\w)\\p{L}{1,3}\\.)");

    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?:\\s(?:\\p{Lu}[\\p{L}.'’-]*|(?:de|da|do|di|del|della|van|von|der|den|ter|zu|la|le|al|el|bin|ibn|y|e))){1,3}");

    private static final Pattern SURNAME_FIRST =
            Pattern.compile("^\\s*(\\p{Lu}[\\p{Lu}'’-]{1,29}), (\\p{Lu}\\p{Ll}[\\p{L}. -]{0,29})$");

    /** Matches a name of two words and what may be its bearer's craft, without a comma. */
    private static final Pattern BEFORE_CRAFT =
            Pattern.compile("^(\\p{Lu}[\\p{L}.'’-]* \\p{Lu}[\\p{L}.'’-]*) (\\p{L}+)$");

    /** Matches "Ines Lindqvist in Millbrook", "Ines Lindqvist aus Kyjiw". */
    private static final Pattern IN_PLACE = Pattern.compile(
            "^(\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,2}) (?:in|aus|from|reporting from|depuis|desde|from our"
                    + " correspondent in) \\p{Lu}.*$");

    private static final Pattern ON = Pattern.compile("\\s+(?:on|am|le|el|il|op|den|på)$");

    private static final Set<String> PLACES = Set.copyOf(WORDS.getOrDefault("place", List.of()));
    private static final Set<String> ROLES = Set.copyOf(WORDS.getOrDefault("role", List.of()));
    private static final Set<String> CRAFTS = Set.copyOf(WORDS.getOrDefault("craft", List.of()));
    private static final Set<String> AGENCIES = Set.copyOf(WORDS.getOrDefault("agency", List.of()));
    private static final Set<String> PARTICLES = Set.copyOf(WORDS.getOrDefault("may", List.of()));
    private static final Set<String> LABELS = Set.copyOf(WORDS.getOrDefault("label", List.of()));
    private static final Pattern NOBODY = Pattern.compile("^(?iu:" + any("nobody") + ")(?:\\s.*|[:»›→].*)?$");

    private Names() {}

    private static String any(String kind) {
        return WORDS.getOrDefault(kind, List.of()).stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Tests whether a social card's label means author. */
    static boolean isLabel(String label) {
        return LABELS.contains(LowerCase.of(label));
    }

    /** Tests for "By" alone; the name is in the next element. */
    static boolean isBy(String line) {
        return STARTS_WITH_BY.matcher(line + " ").replaceFirst("").isBlank();
    }

    /** Returns the part of a line that begins with "By"; the whole of one that names reporters by their title. */
    static Optional<String> byline(String line) {
        if (ReporterLine.isAlone(line)) {
            return Optional.of(line);
        }
        Matcher within = BY_WITHIN.matcher(line);
        String from = isLabelled(line) || STARTS_WITH_BY.matcher(line).find()
                ? line
                : within.find() ? line.substring(within.end()) : "";
        return Optional.of(from).filter(byline -> !byline.isEmpty() && !isSentence(withoutBy(byline)));
    }

    /** Tests for a sentence such as "By continuing you agree". */
    private static boolean isSentence(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0)) && Words.count(text) > 3;
    }

    /** Returns the names in byline texts; after a line break within a text, only personal names. */
    static List<String> in(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String raw : lines) {
            String line = OTHER.matcher(withoutBy(lines(cut(raw, MAX_FIELD)))).replaceFirst("");
            boolean later = false;
            for (String part : line.split("\n", MAX_AUTHORS + 1)) {
                addNames(part, later, names);
                later |= !part.isBlank() && !isBy(part);
            }
        }
        return withoutSums(names).stream().limit(MAX_AUTHORS).toList();
    }

    /** Leaves out a name that is all the others in a row: some systems list "Ines Lindqvist Oskar Blom" too. */
    private static List<String> withoutSums(Map<String, String> names) {
        return names.entrySet().stream()
                .filter(each -> !isSum(each.getKey(), names.keySet()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isSum(String key, Set<String> all) {
        String others = all.stream().filter(other -> !other.equals(key)).collect(Collectors.joining(" "));
        return all.size() > 2 && key.equals(others);
    }

    private static void addNames(String raw, boolean peopleOnly, Map<String, String> names) {
        String line = withoutBy(BylineText.of(raw));
        String bare = IN_SECTIONS
                .matcher(IN_BRACKETS.matcher(inOrder(line)).replaceAll(""))
                .replaceFirst("");
        boolean role = peopleOnly && isRole(bare);
        if (role || bare.length() > 4 * MAX_NAME || ADDRESS.matcher(bare).lookingAt()) {
            return;
        }
        int before = names.size();
        for (String part : BETWEEN_NAMES.split(bare, MAX_AUTHORS + 1)) {
            // "Oskar Blom, Staff Writers" behind another name is a name with a title.
            String first = COMMA.split(part.strip(), 2)[0];
            boolean title = names.size() > before && (isRole(first) || AGENCIES.contains(Words.key(first)));
            if (!title && (!peopleOnly || isPerson(part.strip()))) {
                addListed(part, names);
            }
        }
    }

    /** Turns "LINDQVIST, Ines" round; a surname in front is set in capitals. */
    private static String inOrder(String line) {
        Matcher reversed = SURNAME_FIRST.matcher(line);
        return reversed.matches() ? reversed.group(2) + " " + reversed.group(1) : line;
    }

    /**
     * Adds the parts of a comma-separated list: a full name after a full name is another name; anything else is a
     * title, a role, a place or the paper that the author writes for.
     */
    private static void addListed(String list, Map<String, String> names) {
        String full = null;
        int fullNames = 0;
        for (String part : COMMA.split(list, MAX_AUTHORS + 1)) {
            String plain = BEHIND_DASH
                    .matcher(withoutBy(part.strip()))
                    .replaceFirst("")
                    .strip();
            String name = full == null ? withoutCraft(withoutPlace(plain)) : withoutPlace(plain);
            boolean elsewhere = PLACES.contains(LowerCase.of(name)) || PaperName.is(name);
            if (full != null && ((fullNames == 1 && !name.contains(" ")) || isRole(name) || elsewhere)) {
                if (POST_NOMINAL.matcher(name).matches() && !AGENCIES.contains(Words.key(name))) {
                    names.computeIfPresent(Words.key(full), (key, before) -> before + ", " + name);
                }
            } else if (isName(name)) {
                names.putIfAbsent(Words.key(name), name);
                full = name.contains(" ") ? name : full;
                fullNames += name.contains(" ") ? 1 : 0;
            }
        }
    }

    /** Removes a place behind a name, and "on Monday". */
    private static String withoutPlace(String name) {
        Matcher placed = IN_PLACE.matcher(name);
        String person = placed.matches() ? placed.group(1) : name;
        int last = person.lastIndexOf(' ');
        Matcher on = ON.matcher(last < 0 ? "" : person.substring(0, last));
        return on.find() && WeekdayNames.is(person.substring(last + 1)) ? person.substring(0, on.start()) : person;
    }

    private static String withoutCraft(String name) {
        Matcher role = BEFORE_CRAFT.matcher(name);
        return role.matches() && CRAFTS.contains(LowerCase.of(role.group(2))) ? role.group(1) : name;
    }

    static String withoutBy(String line) {
        Matcher labelled = LABELLED.matcher(line);
        return labelled.find()
                ? line.substring(labelled.end())
                : STARTS_WITH_BY.matcher(line).replaceFirst("");
    }

    /** Tests for a craft and a colon in front of a name, which a headline may begin with as well: "Reporter: Quay Is Sold". */
    static boolean isLabelled(String line) {
        return LABELLED.matcher(line).find();
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** Splits a text at line breaks. */
    private static String lines(String raw) {
        return raw.lines().map(Words::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Tests for a personal name: two to four words, capitalised except for particles. */
    static boolean isPerson(String name) {
        return isCasedPerson(name) || (isUncased(name) && !isRole(name) && !WeekdayNames.is(name));
    }

    /** The same in scripts with capitals, where chance is less likely. */
    static boolean isCasedPerson(String name) {
        return PERSON.matcher(name).matches() && !isRole(name) && !WeekdayNames.is(name);
    }

    /** Tests for a short name in a script without case. */
    private static boolean isUncased(String name) {
        return name.length() <= MAX_UNCASED
                && name.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ')
                && name.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    /** Tests for a role or a staff, by any word: "Harbour Staff". */
    static boolean isRole(String name) {
        String key = Words.key(name);
        return ROLES.contains(key) || List.of(key.split(" ")).stream().anyMatch(ROLES::contains);
    }

    private static boolean isName(String name) {
        return name.length() >= 2
                && name.length() <= MAX_NAME
                && name.codePoints().anyMatch(Character::isLetter)
                && !isBy(name)
                && !name.startsWith("in ")
                && !name.contains(": ")
                && (name.indexOf(')') < 0 || name.indexOf('(') >= 0)
                && !PARTICLES.contains(LowerCase.of(name))
                && !ADDRESS.matcher(name).find()
                && !NO_NAME.matcher(name).find()
                && !NOBODY.matcher(name).matches()
                && Words.count(name) <= MAX_NAME_WORDS;
    }
}
