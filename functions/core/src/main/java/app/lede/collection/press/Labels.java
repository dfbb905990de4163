package app.lede.collection.press;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Labels of fields in exports, in several languages. */
final class Labels {

    private static final Pattern LABELLED = Pattern.compile("(?s)([\\p{L}][\\p{L} /-]{1,40}):[ \\t]*+(.*)");

    private static final Map<String, Set<String>> ROLES = roles();

    private Labels() {}

    /** A labelled paragraph. */
    record Labelled(String label, String value) {

        boolean is(String role) {
            return ROLES.getOrDefault(role, Set.of()).contains(label);
        }
    }

    private static Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = new HashMap<>();
        for (String line : Table.lines(Labels.class, "labels.tsv")) {
            List<String> row = Table.columns(line);
            roles.put(row.getFirst(), row.stream().skip(1).collect(Collectors.toUnmodifiableSet()));
        }
        return roles;
    }

    /** Splits a paragraph into a known label and its value; empty for any other. */
    static Optional<Labelled> of(String paragraph) {
        Matcher matcher = LABELLED.matcher(paragraph);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String label = LowerCase.of(matcher.group(1)).strip();
        return ROLES.values().stream().anyMatch(labels -> labels.contains(label))
                ? Optional.of(new Labelled(label, matcher.group(2).strip()))
                : Optional.empty();
    }

    /** Tests for a line that is a label alone. */
    static boolean isBody(String line) {
        return ROLES.getOrDefault("body", Set.of()).contains(LowerCase.of(line).strip());
    }
}
