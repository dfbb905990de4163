package app.lede.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that begin lines, by their first character. Immutable. */
final class Openings {

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    Openings(List<String> phrases) {
        for (String phrase : phrases) {
            byFirst.computeIfAbsent(phrase.charAt(0), any -> new ArrayList<>()).add(phrase);
        }
    }

    /** Returns the phrases that have the first character of a line. */
    List<String> of(String line) {
        return line.isEmpty() ? List.of() : byFirst.getOrDefault(line.charAt(0), List.of());
    }
}
