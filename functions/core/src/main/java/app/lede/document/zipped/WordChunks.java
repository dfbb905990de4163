package app.lede.document.zipped;

import app.lede.document.Charsets;
import app.lede.document.CleanText;
import app.lede.document.Reading.Markup;
import app.lede.document.ReadingRefused;
import app.lede.document.rtf.RtfReader;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Pages, texts and RTF embedded in a Word document (altChunk; ECMA-376, section 17.17.2.1). Not thread safe. */
final class WordChunks {

    private static final int MAX_DEPTH = 512;

    /** Chunks of one document that are read. */
    private static final int MAX_CHUNKS = 100;

    private final Archive archive;
    private final Map<String, String> targets = new HashMap<>();
    private int read;

    private WordChunks(Archive archive) {
        this.archive = archive;
    }

    /** Finds the chunks of a main part in its folder. */
    static WordChunks of(Archive archive, String folder, String main) throws ReadingRefused {
        WordChunks chunks = new WordChunks(archive);
        String relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        for (Document dom : Xml.read(archive, relations).stream().toList()) {
            dom.getElementsByTag("Relationship").stream()
                    .filter(relation -> relation.attr("Type").endsWith("/aFChunk"))
                    .forEach(relation -> {
                        String target = relation.attr("Target");
                        chunks.targets.put(
                                relation.attr("Id"), target.startsWith("/") ? target.substring(1) : folder + target);
                    });
        }
        return chunks;
    }

    /** Returns a chunk's content by the id of its relationship; empty if it cannot be read. */
    Optional<List<Node>> of(String id) {
        String name = targets.getOrDefault(id, "");
        try {
            Optional<byte[]> bytes = ++read > MAX_CHUNKS ? Optional.empty() : archive.get(name);
            return bytes.isEmpty() ? Optional.empty() : content(bytes.get(), LowerCase.of(name));
        } catch (IOException e) {
            return Optional.empty(); // The document's own text stands without it.
        }
    }

    private static Optional<List<Node>> content(byte[] bytes, String name) throws IOException {
        if (name.endsWith(".rtf")) {
            return RtfReader.read(bytes) instanceof Markup text
                    ? Optional.of(text.dom().body().childNodesCopy())
                    : Optional.empty();
        }
        if (!name.matches(".*\\.(?:x?html?|txt)")) {
            return Optional.empty();
        }
        String text = CleanText.of(Charsets.decode(bytes, null).text());
        if (name.endsWith(".txt")) {
            Document dom = Document.createShell("");
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> dom.body().appendElement("p").text(line));
            return Optional.of(dom.body().childNodesCopy());
        }
        return Optional.of(Parser.htmlParser()
                .setMaxDepth(MAX_DEPTH)
                .parseInput(text, "")
                .body()
                .childNodesCopy());
    }
}
