package app.lede.grounding;

import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim about an invented article, from {@code pairs.txt}.
 *
 * @param part the set it was written for, see the head of the file
 * @param falsehood what is false in the claim; empty for a true one
 */
record Pair(String article, String language, String part, String text, Optional<Falsehood> falsehood, String claim) {

    static List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        List<String> head = List.of();
        String text = "";
        for (String line : Table.lines(Pair.class, "pairs.txt")) {
            int bar = line.indexOf(" | ");
            if (line.startsWith("= ")) {
                head = List.of(line.split(" ", -1));
            } else if (bar < 0) {
                text = line;
            } else {
                String label = line.substring(0, bar);
                Optional<Falsehood> falsehood = label.equals("true")
                        ? Optional.empty()
                        : Optional.of(Falsehood.valueOf(label.toUpperCase(Locale.ROOT)));
                pairs.add(new Pair(head.get(1), head.get(2), head.get(3), text, falsehood, line.substring(bar + 3)));
            }
        }
        return pairs;
    }
}
