package app.lede.local.command.ingestion;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A library with scripted outcomes, which appear one poll after submission. */
final class LibraryInMemory implements Library {

    private final Map<String, DocumentRow> outcomes = new HashMap<>();
    private final Map<String, List<DocumentRow>> entries = new HashMap<>();
    private final List<DocumentRow> underWay = new ArrayList<>();
    private final List<DocumentRow> ended = new ArrayList<>();
    private final Map<String, SourceRow> sources = new LinkedHashMap<>();
    int deadLetters;

    /** Sets the outcome of an uploaded key. */
    void ends(String key, String outcome, String articleId) {
        outcomes.put(key, row(key, outcome, articleId));
    }

    /** Sets a document that a feed will bring. */
    void brings(String url, String key, String outcome, String articleId) {
        entries.computeIfAbsent(url, ignored -> new ArrayList<>()).add(row(key, outcome, articleId));
    }

    private static DocumentRow row(String key, String outcome, String articleId) {
        return new DocumentRow(
                "doc-" + key,
                key,
                outcome,
                Optional.empty(),
                Optional.of(articleId).filter(id -> !id.isEmpty()));
    }

    @Override
    public void upload(String key, byte[] bytes) {
        Optional.ofNullable(outcomes.get(key)).ifPresent(underWay::add);
    }

    @Override
    public String addSource(URI url) {
        String id = "source-" + sources.size();
        List<DocumentRow> brought = entries.get(url.toString());
        Optional<String> outcome = brought == null ? Optional.empty() : Optional.of("read");
        sources.put(id, new SourceRow(id, url.toString(), outcome, ""));
        underWay.addAll(0, brought == null ? List.of() : brought);
        return id;
    }

    @Override
    public List<DocumentRow> documents() {
        if (!underWay.isEmpty()) {
            ended.add(underWay.remove(0));
        }
        return List.copyOf(ended);
    }

    @Override
    public SourceRow source(String id) {
        return Optional.ofNullable(sources.get(id)).orElseThrow();
    }

    @Override
    public Optional<ObjectNode> article(String id) {
        return Optional.of(JsonNodeFactory.instance.objectNode().put("id", id).put("headline", "Headline of " + id));
    }

    @Override
    public boolean idle() {
        return underWay.isEmpty();
    }

    @Override
    public int deadLetters() {
        return deadLetters;
    }
}
