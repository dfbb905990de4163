package app.lede.enrich;

import app.lede.text.Table;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maps scripts to languages, and finds the script of a text. Immutable. */
final class Scripts {

    /** One letter of a language's own in as many characters gives it away; a quoted name does not. */
    private static final int OWN_LETTERS = 110;

    private final Map<UnicodeScript, Set<String>> profiled = new EnumMap<>(UnicodeScript.class);
    private final Map<UnicodeScript, Set<String>> written = new EnumMap<>(UnicodeScript.class);

    /** Letters that only one language of a script uses, by the language. */
    private final Map<String, String> letters = new HashMap<>();

    Scripts() {
        for (String line : Table.lines(Scripts.class, "languages.txt")) {
            List<String> fields = List.of(line.split(" ", -1));
            if (fields.getFirst().equals("LETTERS")) {
                letters.put(fields.get(1), fields.get(2));
                continue;
            }
            UnicodeScript script = UnicodeScript.valueOf(fields.getFirst());
            Set<String> own = new HashSet<>();
            Set<String> all = new HashSet<>();
            for (String tag : fields.subList(1, fields.size())) {
                boolean bracketed = tag.startsWith("(");
                all.add(bracketed ? tag.substring(1, tag.length() - 1) : tag);
                own.addAll(bracketed ? Set.of() : Set.of(tag));
            }
            profiled.put(script, Set.copyOf(own));
            written.put(script, Set.copyOf(all));
        }
    }

    /** Returns the candidate languages of a script; a single one if the script determines it. */
    Set<String> candidates(UnicodeScript script) {
        return profiled.getOrDefault(script, Set.of());
    }

    /** Tests whether a language is written in a script, according to the table. */
    boolean writes(UnicodeScript script, String language) {
        return written.getOrDefault(script, Set.of()).contains(language);
    }

    /** Returns the language of a script that letters of its own give away: Tigrinya, Yiddish, Sindhi. */
    Optional<String> byLetters(UnicodeScript script, String text) {
        return letters.entrySet().stream()
                .filter(own -> writes(script, own.getKey()))
                .filter(own ->
                        text.chars().filter(c -> own.getValue().indexOf(c) >= 0).count() * OWN_LETTERS >= text.length())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the script of most letters. Any kana make a text Japanese. */
    @SuppressWarnings("EnumOrdinal") // an array by ordinal, as in letters
    Optional<UnicodeScript> of(String text) {
        int[] letters = letters(text);
        int kana = letters[UnicodeScript.HIRAGANA.ordinal()];
        int han = letters[UnicodeScript.HAN.ordinal()];
        if (kana > 0 && kana * 20 > han) {
            letters[UnicodeScript.HIRAGANA.ordinal()] = kana + han;
        }
        return profiled.keySet().stream()
                .filter(script -> letters[script.ordinal()] > 0)
                .max(Comparator.comparingInt(script -> letters[script.ordinal()]));
    }

    /** Counts the letters of each script, by its ordinal; katakana counts as hiragana. */
    @SuppressWarnings("EnumOrdinal") // counted letter by letter: a map takes several times as long
    private static int[] letters(String text) {
        int[] letters = new int[UnicodeScript.values().length];
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                letters[UnicodeScript.LATIN.ordinal()] += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                letters[(script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script).ordinal()]++;
            }
        }
        return letters;
    }
}
