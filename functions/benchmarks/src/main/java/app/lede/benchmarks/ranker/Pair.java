package app.lede.benchmarks.ranker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An article and its reference summary.
 *
 * @param lead the text that a lead is cut from: the article's sentences in order, joined by spaces
 * @param leadThree the first three sentences
 */
record Pair(String id, String source, String language, String text, String reference, String lead, String leadThree) {

    private static final int THREE = 3;

    /** Returns this pair with lines on top of its text. */
    Pair below(List<String> lines) {
        return new Pair(id, source, language, String.join("\n\n", lines) + "\n\n" + text, reference, lead, leadThree);
    }

    /** Reads JSON Lines of {@code {"id", "source", "language", "text", "reference", "sentences"}}. */
    static List<Pair> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = mapper.readTree(line);
            List<String> sentences = new ArrayList<>();
            json.path("sentences").forEach(sentence -> sentences.add(sentence.asText()));
            String text = json.path("text").asText();
            pairs.add(new Pair(
                    json.path("id").asText(),
                    json.path("source").asText(),
                    json.path("language").asText(),
                    text,
                    json.path("reference").asText(),
                    sentences.isEmpty() ? text : String.join(" ", sentences),
                    String.join(" ", sentences.subList(0, Math.min(THREE, sentences.size())))));
        }
        return pairs;
    }
}
