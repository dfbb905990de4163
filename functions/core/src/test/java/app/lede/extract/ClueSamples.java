package app.lede.extract;

import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;

/**
 * The first half of training: pages as passages with their clues, one page a line, for {@code training/train_clues.py}. Run it
 * with the folder that holds {@code gold.jsonl} and the pages, and the file to write.
 */
final class ClueSamples {

    private static final int MAX_ANCESTORS = 5;

    private final JsonMapper json = JsonMapper.builder().build();
    private final VisibleDates dates = new VisibleDates();

    private ClueSamples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ClueSamples samples = new ClueSamples();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
            for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
                JsonNode gold = samples.json.readTree(line);
                if (gold.hasNonNull("articleBody")) {
                    out.println(samples.sample(folder, gold));
                }
            }
        }
    }

    private ObjectNode sample(Path folder, JsonNode gold) throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(folder.resolve(gold.get("file").asText())))) {
            bytes = in.readAllBytes();
        }
        String url = gold.get("url").asText();
        ObjectNode sample = json.createObjectNode();
        sample.put("id", gold.get("id").asText());
        sample.put("url", url);
        ArrayNode passages = sample.putArray("passages");
        if (new DocumentReader().read(new RawDocument(bytes, "text/html; charset=utf-8", "page.html", url))
                instanceof Page page) {
            add(page.dom(), url, passages);
        }
        return sample;
    }

    private void add(Document dom, String url, ArrayNode samples) {
        LinkedData linked = LinkedData.of(dom);
        PassageReader.Passages passages = PassageReader.read(dom);
        Metadata metadata = new MetadataReader(dom, linked, passages.list(), dates, url).read();
        PageContext page =
                new PageContext(passages, metadata, linked.text("articleBody").orElse(""));
        Clues clues = new Clues(page);
        List<Passage> list = passages.list();
        for (int i = 0; i < list.size(); i++) {
            Passage passage = list.get(i);
            ObjectNode sample = samples.addObject();
            sample.put("text", passage.text());
            sample.put("words", passage.words());
            sample.put("linked", passage.linkedShare());
            sample.put("shape", PageContext.shape(passage.frame()));
            ArrayNode ancestors = sample.putArray("frames");
            for (Frame f = passage.frame(); f != null && ancestors.size() < MAX_ANCESTORS; f = f.parent()) {
                ancestors.add(f.id());
            }
            clues.of(i).forEach(sample.withArray("clues")::add);
        }
    }
}
