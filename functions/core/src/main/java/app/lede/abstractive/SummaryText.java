package app.lede.abstractive;

import app.lede.json.Json;
import app.lede.text.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the JSON that {@link Prompt#summary} asks for: {@code {"sentences": ["…"]}} and nothing else. */
final class SummaryText {

    private static final int MOST_SENTENCES = 4;
    private static final int MOST_WORDS = 90;
    private static final String FENCE = "```";

    private SummaryText() {}

    /** Returns the sentences, without outer and double spaces; empty if the answer has another form. */
    static Optional<List<String>> sentences(String answer) {
        try {
            JsonNode json = Json.read(unfenced(answer.strip()));
            if (!json.isObject() || json.size() != 1 || !json.path("sentences").isArray()) {
                return Optional.empty();
            }
            List<String> sentences = new ArrayList<>();
            for (JsonNode sentence : json.path("sentences")) {
                if (!sentence.isTextual() || sentence.textValue().isBlank()) {
                    return Optional.empty();
                }
                sentences.add(Words.line(sentence.textValue()));
            }
            return sentences.isEmpty() ? Optional.empty() : Optional.of(sentences);
        } catch (IllegalArgumentException e) {
            // Not JSON: an ordinary answer of a model.
            return Optional.empty();
        }
    }

    /** Takes JSON out of the code fence that some models put round it. */
    private static String unfenced(String answer) {
        boolean fenced = answer.startsWith(FENCE) && answer.endsWith(FENCE) && answer.indexOf('\n') > 0;
        return fenced && answer.length() > 2 * FENCE.length()
                ? answer.substring(answer.indexOf('\n'), answer.length() - FENCE.length())
                : answer;
    }

    static boolean isTooLong(List<String> sentences) {
        return sentences.size() > MOST_SENTENCES
                || sentences.stream().mapToInt(Words::count).sum() > MOST_WORDS;
    }
}
