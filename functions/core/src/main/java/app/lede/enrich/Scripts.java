package app.lede.enrich;

import app.lede.text.Table;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maps scripts to languages, and finds the script of a text. Immutable. */
final class Scripts {

    private final Map<UnicodeScript, List<String>> profiled = new EnumMap<>(UnicodeScript.class);
    private final Map<UnicodeScript, Set<String>> written = new EnumMap<>(UnicodeScript.class);

    Scripts() {
        for (String line : Table.lines(Scripts.class, "languages.txt")) {
            List<String> fields = List.of(line.split(" ", -1));
            UnicodeScript script = UnicodeScript.valueOf(fields.getFirst());
            List<String> own = new ArrayList<>();
            Set<String> all = new HashSet<>();
            for (String tag : fields.subList(1, fields.size())) {
                boolean bracketed = tag.startsWith("(");
                all.add(bracketed ? tag.substring(1, tag.length() - 1) : tag);
                own.addAll(bracketed ? List.of() : List.of(tag));
            }
            profiled.put(script, List.copyOf(own));
            written.put(script, Set.copyOf(all));
        }
    }

    /** Returns the candidate languages of a script; a single one if the script determines it. */
    List<String> candidates(UnicodeScript script) {
        return profiled.getOrDefault(script, List.of());
    }

    /** Tests whether a language is written in a script, according to the table. */
    boolean writes(UnicodeScript script, String language) {
        return written.getOrDefault(script, Set.of()).contains(language);
    }

    /** Returns the script of most letters. Any kana make a text Japanese. */
    Optional<UnicodeScript> of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> letters.merge(unified(c), 1, Integer::sum));
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        if (kana > 0 && kana * 20 > han) {
            letters.put(UnicodeScript.HIRAGANA, kana + han);
        }
        return letters.entrySet().stream()
                .filter(entry -> profiled.containsKey(entry.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static UnicodeScript unified(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
    }
}
