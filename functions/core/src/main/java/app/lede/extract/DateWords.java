package app.lede.extract;

import app.lede.text.LowerCase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Phrases that introduce dates of publication or change, in many languages ({@code date-words.tsv}).
 *
 * <p>Thread safe.
 */
record DateWords(List<String> published, List<String> changed) {

    static DateWords load() {
        Map<String, List<String>> words = Resource.lines("date-words.tsv").stream()
                .map(Resource::columns)
                .collect(Collectors.groupingBy(
                        List::getFirst, Collectors.mapping(List::getLast, Collectors.toUnmodifiableList())));
        return new DateWords(words.getOrDefault("published", List.of()), words.getOrDefault("changed", List.of()));
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
