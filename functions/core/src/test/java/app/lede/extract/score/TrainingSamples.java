package app.lede.extract.score;

import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading.Page;
import app.lede.extract.metadata.DateFinder;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.MetadataReader;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import app.lede.extract.script.LinkedData;
import app.lede.furniture.Furniture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;

/**
 * Writes the passages of pages with gold annotations, one page per line, for {@code training/train.py}. Run twice: with
 * the folder of {@code gold.jsonl} and pages and the output file, it writes each passage's clues; with a file of first
 * scores as third argument, it writes the features of the second score.
 */
final class TrainingSamples {

    private final JsonMapper json = JsonMapper.builder().build();
    private final DateFinder dates = new DateFinder();
    private final BodySelection selection = new BodySelection(new Furniture());
    private final Map<String, double[]> scores = new HashMap<>();

    private TrainingSamples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TrainingSamples samples = new TrainingSamples();
        if (arguments.length > 2) {
            samples.readScores(Path.of(arguments[2]));
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
            for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
                JsonNode gold = samples.json.readTree(line);
                if (gold.hasNonNull("articleBody")) {
                    out.println(samples.sample(folder, gold));
                }
            }
        }
    }

    private void readScores(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode page = json.readTree(line);
            scores.put(page.get("id").asText(), json.convertValue(page.get("scores"), double[].class));
        }
    }

    private ObjectNode sample(Path folder, JsonNode gold) throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(folder.resolve(gold.get("file").asText())))) {
            bytes = in.readAllBytes();
        }
        String url = gold.get("url").asText();
        String id = gold.get("id").asText();
        ObjectNode sample = json.createObjectNode();
        sample.put("id", id);
        sample.put("url", url);
        ArrayNode passages = sample.putArray("passages");
        if (new DocumentReader().read(new RawDocument(bytes, "text/html; charset=utf-8", "page.html", url))
                instanceof Page page) {
            PageContext context = context(page.dom(), url);
            if (scores.isEmpty()) {
                addClues(context, passages);
            } else if (!context.passages().isEmpty()) {
                addNumbers(context, Objects.requireNonNull(scores.get(id), () -> "no scores of " + id), passages);
            }
        }
        return sample;
    }

    private PageContext context(Document dom, String url) {
        PageElements page = PageElements.of(dom);
        LinkedData linked = LinkedData.of(page);
        PassageReader.Passages passages = PassageReader.read(dom);
        Declared declared = new MetadataReader(page, linked, passages.list(), dates, url).read();
        return new PageContext(passages, declared, linked.body());
    }

    private static void addClues(PageContext page, ArrayNode samples) {
        Features features = new Features(page);
        for (int i = 0; i < page.passages().size(); i++) {
            ObjectNode sample = samples.addObject();
            sample.put("text", page.passages().get(i).text());
            Set<String> names = new LinkedHashSet<>();
            features.add(i, (a, b, c, d) -> names.add(a + b + c + d));
            names.forEach(sample.withArray("clues")::add);
        }
    }

    private void addNumbers(PageContext page, double[] first, ArrayNode samples) {
        List<Passage> passages = page.passages();
        ContextNumbers context = new ContextNumbers(passages, first);
        for (int i = 0; i < passages.size(); i++) {
            ArrayNode row = samples.addArray();
            for (double number : selection.numbers(context, i, passages.get(i))) {
                row.add(number);
            }
        }
    }
}
