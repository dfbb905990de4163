package app.lede.enrich;

import app.lede.enrich.Name.Kind;
import app.lede.enrich.NameScan.Hit;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which name matches are mentions: unambiguous ones, and ambiguous ones that the text itself resolves. */
final class MentionFilter {

    /** Maximum length of the words that join a list. */
    private static final int LONGEST_JOIN = 8;

    private static final int LONGEST_WORD = 40;

    private final String text;
    private final NameTable table;
    private final Blocs blocs;

    MentionFilter(String text, NameTable table, Blocs blocs) {
        this.text = text;
        this.table = table;
        this.blocs = blocs;
    }

    /** Returns the accepted matches, in order. */
    List<Hit> accepted(List<Hit> hits) {
        Set<String> shown = new HashSet<>();
        Set<String> countries = new HashSet<>();
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (isSure(hits, i)) {
                shown.add(hit.name().code());
            }
            if (hit.name().kind() == Kind.COUNTRY) {
                countries.add(hit.name().code());
            }
        }
        List<Hit> accepted = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            if (isMention(hits, i, shown, countries)) {
                accepted.add(hits.get(i));
            }
        }
        return accepted;
    }

    /** Tests whether the immediate context resolves a match. */
    private boolean isSure(List<Hit> hits, int index) {
        Hit hit = hits.get(index);
        return switch (hit.name().kind()) {
            case COUNTRY, BLOC, EVIDENCE -> true;
            case RARE -> !inPersonName(hit);
            case PERSON -> !inPersonName(hit) && (followsPreposition(hit) || isListed(hits, index));
            case PLACE -> isListed(hits, index);
            case NOTHING, ACRONYM -> false;
        };
    }

    private boolean isMention(List<Hit> hits, int index, Set<String> shown, Set<String> countries) {
        Hit hit = hits.get(index);
        String code = hit.name().code();
        return switch (hit.name().kind()) {
            case COUNTRY -> !isShouting(hit) && !isTown(hit) && !isPerson(hit);
            case BLOC -> true;
            case RARE, PERSON ->
                !isTown(hit)
                        && !isPerson(hit)
                        && (isSure(hits, index) || (shown.contains(code) && !followsName(hit) && !inPersonName(hit)));
            case PLACE -> isSure(hits, index) || shown.contains(code);
            case ACRONYM -> shown.contains(code) || blocs.shownBy(countries, code);
            case EVIDENCE, NOTHING -> false;
        };
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

    /** Tests for a person whose first name is a country's: after a role, or with an age behind the family name. */
    private boolean isPerson(Hit hit) {
        if (!table.isGivenName(hit.name().phrase()) || followsPreposition(hit)) {
            return false;
        }
        String family = wordAfter(hit.end());
        int end = hit.end() + 1 + family.length();
        boolean aged = !family.isEmpty()
                && Character.isUpperCase(family.codePointAt(0))
                && text.startsWith(", ", end)
                && end + 2 < text.length()
                && Character.isDigit(text.charAt(end + 2));
        return aged || table.standsBeforePersons(wordBefore(hit.start()));
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
    private boolean isListed(List<Hit> hits, int index) {
        return (index > 0 && isListPair(hits.get(index - 1), hits.get(index), hits.get(index - 1)))
                || (index + 1 < hits.size() && isListPair(hits.get(index), hits.get(index + 1), hits.get(index + 1)));
    }

    private boolean isListPair(Hit left, Hit right, Hit neighbour) {
        if (neighbour.name().kind() != Kind.COUNTRY && neighbour.name().kind() != Kind.RARE) {
            return false;
        }
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
