package app.lede.extract.metadata;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Phrases that introduce dates of publication or change, in many languages ({@code date-labels.tsv}).
 *
 * <p>Thread safe.
 */
record DateLabels(List<String> published, List<String> changed) {

    static DateLabels load() {
        Map<String, List<String>> words = Table.lines(DateLabels.class, "date-labels.tsv").stream()
                .map(Table::columns)
                .collect(Collectors.groupingBy(
                        List::getFirst, Collectors.mapping(List::getLast, Collectors.toUnmodifiableList())));
        return new DateLabels(words.getOrDefault("published", List.of()), words.getOrDefault("changed", List.of()));
    }

    boolean isOfPublication(String line) {
        return starts(line, published);
    }

    boolean isOfChange(String line) {
        return starts(line, changed);
    }

    private static boolean starts(String line, List<String> words) {
        String text = LowerCase.of(line);
        return words.stream().anyMatch(text::startsWith);
    }
}
