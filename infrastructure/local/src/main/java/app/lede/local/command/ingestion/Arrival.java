package app.lede.local.command.ingestion;

import app.lede.local.command.jsonlines.RecordFields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The results of a run.
 *
 * @param documents every document with its outcome: uploads in the order given, then what came from sources
 * @param sources the sources given, in order
 * @param lost names of inputs without an outcome; empty if all have one
 */
public record Arrival(List<Document> documents, List<SourceRow> sources, List<String> lost) {

    /**
     * A document with its outcome.
     *
     * @param file the uploaded file, if any
     * @param article the article's record, if this document created it
     */
    public record Document(Optional<String> file, DocumentRow row, Optional<ObjectNode> article) {

        /** Returns the article's record, or else the document's id, key and outcome. */
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("id", row.articleId().orElse(row.id()));
            file.ifPresent(name -> json.put("file", name));
            article.map(ObjectNode::deepCopy).map(RecordFields::complete).ifPresent(fields -> fields.properties()
                    .forEach(field -> {
                        if (!json.has(field.getKey())) {
                            json.set(field.getKey(), field.getValue());
                        }
                    }));
            json.put("key", row.key());
            json.put("outcome", row.outcome());
            row.detail().ifPresent(detail -> json.put("detail", detail));
            return json;
        }
    }
}
