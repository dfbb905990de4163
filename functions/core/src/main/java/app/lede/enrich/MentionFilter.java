package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.enrich.NameScan.Hit;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which name matches are mentions: unambiguous ones, and ambiguous ones that the text itself resolves. */
final class MentionFilter {

    /** Maximum length of the words that join a list. */
    private static final int LONGEST_JOIN = 8;

    private static final int LONGEST_ARTICLE = 4;
    private static final int LONGEST_WORD = 40;

    /** UTF-16 units behind a person's first mention within which the age stands. */
    private static final int NEAR = 300;

    private final Set<String> persons = new HashSet<>();
    private final String text;
    private final NameTable table;
    private final Blocs blocs;
    private final Roles roles;
    private final @Nullable String day;

    /** Creates the filter of one text, published on a day (ISO 8601) if that is known. */
    MentionFilter(String text, NameTable table, Blocs blocs, Roles roles, @Nullable String day) {
        this.text = text;
        this.table = table;
        this.blocs = blocs;
        this.roles = roles;
        this.day = day;
    }

    /** Returns the accepted matches, in order. */
    List<Hit> accepted(List<Hit> hits) {
        Set<String> shown = new HashSet<>();
        Set<String> countries = new HashSet<>();
        boolean[] sure = new boolean[hits.size()];
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            sure[i] = isSure(hits, i, i > 0 && sure[i - 1]);
            if (sure[i]) {
                shown.add(hit.name().code());
                String country = table.entities().countryOfTown(hit.name().code());
                shown.addAll(country == null ? Set.of() : Set.of(country));
            }
            if (isPerson(hit)) {
                persons.add(hit.name().code());
            }
            if (hit.name().kind() == Kind.COUNTRY) {
                countries.add(hit.name().code());
            }
        }
        List<Hit> accepted = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            if (isMention(hits.get(i), sure[i], shown, countries)) {
                accepted.add(hits.get(i));
            }
        }
        return accepted;
    }

    /**
     * Tests whether the immediate context resolves a match.
     *
     * @param afterSure whether the match before it is resolved
     */
    private boolean isSure(List<Hit> hits, int index, boolean afterSure) {
        Hit hit = hits.get(index);
        return switch (hit.name().kind()) {
            case COUNTRY, BLOC, EVIDENCE, ENTITY -> true;
            case RARE -> !inPersonName(hit);
            case PERSON -> !inPersonName(hit) && (followsPreposition(hit) || isListed(hits, index, afterSure));
            case PLACE -> isListed(hits, index, afterSure);
            case NOTHING, ACRONYM, FAMILY -> false;
        };
    }

    private boolean isMention(Hit hit, boolean sure, Set<String> shown, Set<String> countries) {
        return !isStreet(hit) && isShown(hit, sure, shown, countries);
    }

    private boolean isShown(Hit hit, boolean sure, Set<String> shown, Set<String> countries) {
        String code = hit.name().code();
        return switch (hit.name().kind()) {
            case COUNTRY -> !isShouting(hit) && !isTown(hit) && !isPersonsName(hit);
            case BLOC, ENTITY -> true;
            case FAMILY ->
                shown.contains(code)
                        || (roles.precedesPerson(LowerCase.of(wordBefore(hit.start())))
                                && table.entities().inOffice(code, day));
            case RARE, PERSON ->
                !isTown(hit)
                        && !isPersonsName(hit)
                        && (sure || (shown.contains(code) && !followsName(hit) && !inPersonName(hit)));
            case PLACE -> sure || shown.contains(code);
            case ACRONYM -> shown.contains(code) || blocs.shownBy(countries, code);
            case EVIDENCE, NOTHING -> false;
        };
    }

    /** Tests for a street: "rue de Suède", "via Francia", "Malta Road", 加拿大街. */
    private boolean isStreet(Hit hit) {
        int end = hit.end();
        boolean named = end + 1 < text.length()
                && text.charAt(end) == ' '
                && Character.isUpperCase(text.charAt(end + 1))
                && table.endsStreets(wordAfter(end));
        if (named || text.startsWith("街", end) || text.startsWith("大街", end)) {
            return true;
        }
        if (!table.hasStreets()) {
            return false;
        }
        int start = hit.start();
        // "d'Italie": the article is written together with the name.
        boolean elided = start > 1 && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '’');
        int article = elided ? wordStart(start - 1) : start;
        String before = wordBefore(article);
        if (table.beginsStreets(before)) {
            return true;
        }
        int further = article - 1 - before.length();
        boolean mayBeArticle = !before.isEmpty() && before.length() <= LONGEST_ARTICLE && further > 0;
        return mayBeArticle && table.beginsStreets(wordBefore(further));
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Tests for a town named like a country, by the state behind it: "Cuba, Missouri", but not "Mexico, Texas and Louisiana". */
    private boolean isTown(Hit hit) {
        if (!text.startsWith(", ", hit.end())) {
            return false;
        }
        int start = hit.end() + 2;
        for (String state : table.states()) {
            int end = start + state.length();
            if (text.startsWith(state, start) && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return !table.joins(LowerCase.of(wordAfter(end)));
            }
        }
        return false;
    }

    /** Tests for a person's first name: in full, or alone where the text has it in full elsewhere. */
    private boolean isPersonsName(Hit hit) {
        return isPerson(hit) || (persons.contains(hit.name().code()) && !followsPreposition(hit));
    }

    /** Tests for a person whose first name is a country's: after a role, or where the family name comes with an age. */
    private boolean isPerson(Hit hit) {
        if (!table.isGivenName(hit.name().phrase()) || followsPreposition(hit)) {
            return false;
        }
        String family = wordAfter(hit.end());
        boolean named = !family.isEmpty() && Character.isUpperCase(family.codePointAt(0));
        return (named && hasAge(family, hit.end())) || table.standsBeforePersons(LowerCase.of(wordBefore(hit.start())));
    }

    /** Tests whether a family name has an age behind it within the next sentences: "Whitlow, 19". */
    private boolean hasAge(String family, int from) {
        String near = text.substring(from, Math.min(text.length(), from + NEAR));
        int digit = near.indexOf(family + ", ") + family.length() + ", ".length();
        return near.contains(family + ", ") && digit < near.length() && Character.isDigit(near.charAt(digit));
    }

    /** Tests whether a short name in capitals is surrounded by words in capitals ("LET US GO"). */
    private boolean isShouting(Hit hit) {
        return hit.name().phrase().equals("US")
                && inCapitals(wordBefore(hit.start()))
                && inCapitals(wordAfter(hit.end()));
    }

    private static boolean inCapitals(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }

    /**
     * Tests whether a match is part of a person's name ("Jordan Henderson", "Michael Jordan"). A country's name may
     * precede a capitalised word too: "in Israel Monday".
     */
    private boolean inPersonName(Hit hit) {
        String after = wordAfter(hit.end());
        boolean mayBeFirstName = hit.name().kind() == Kind.PERSON || !followsPreposition(hit);
        return followsName(hit) || (mayBeFirstName && !after.isEmpty() && Character.isUpperCase(after.codePointAt(0)));
    }

    /** Tests whether a match follows a capitalised word other than a sentence opener ("In", "While"). */
    private boolean followsName(Hit hit) {
        String before = wordBefore(hit.start());
        int start = hit.start() - 1 - before.length();
        return !before.isEmpty()
                && Character.isUpperCase(before.codePointAt(0))
                && !table.standsBeforePlaces(LowerCase.of(before))
                && !opensSentence(start);
    }

    private boolean opensSentence(int at) {
        int i = at - 1;
        while (i >= 0 && (Character.isWhitespace(text.charAt(i)) || "\"'“‘«(".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return i < 0 || ".!?:…".indexOf(text.charAt(i)) >= 0;
    }

    private boolean followsPreposition(Hit hit) {
        return table.standsBeforePlaces(LowerCase.of(wordBefore(hit.start())));
    }

    /**
     * Tests whether a match is part of a list with a country: "Egypt, Jordan and Lebanon". "Georgia, United States" is an
     * address, not a list.
     */
    private boolean isListed(List<Hit> hits, int index, boolean afterSure) {
        boolean before = index > 0
                && (afterSure || isCountry(hits.get(index - 1)))
                && isListPair(hits.get(index - 1), hits.get(index), hits.get(index - 1));
        return before
                || (index + 1 < hits.size()
                        && isCountry(hits.get(index + 1))
                        && isListPair(hits.get(index), hits.get(index + 1), hits.get(index + 1)));
    }

    private static boolean isCountry(Hit hit) {
        return hit.name().kind() == Kind.COUNTRY || hit.name().kind() == Kind.RARE;
    }

    private boolean isListPair(Hit left, Hit right, Hit neighbour) {
        if (right.start() - left.end() > LONGEST_JOIN) {
            return false;
        }
        String between = text.substring(left.end(), right.start()).strip();
        boolean comma = between.equals(",") || between.equals("،") || between.equals("、");
        String word = between.startsWith(",") ? between.substring(1).strip() : between;
        String joint = word.endsWith(" the") ? word.substring(0, word.length() - " the".length()) : word;
        return table.joins(joint) || (comma && !neighbour.name().code().equals("US"));
    }

    private String wordBefore(int at) {
        int end = at - 1;
        if (end < 0 || text.charAt(end) != ' ') {
            return "";
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private String wordAfter(int at) {
        if (at >= text.length() || text.charAt(at) != ' ') {
            return "";
        }
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }
}
