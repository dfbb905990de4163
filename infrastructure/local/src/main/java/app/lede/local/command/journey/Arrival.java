package app.lede.local.command.journey;

import app.lede.local.command.lines.RecordFields;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What has become of all inputs.
 *
 * @param documents every document with its outcome: uploads in the order given, then what came from sources
 * @param sources the sources given, in order
 * @param lost what got no outcome, by name; empty when all is well
 */
public record Arrival(List<Document> documents, List<SourceRow> sources, List<String> lost) {

    /**
     * A document at its end.
     *
     * @param file the file it was uploaded from, if it was
     * @param article the record of the article it became, if it is the one that made it
     */
    public record Document(Optional<String> file, DocumentRow row, Optional<ObjectNode> article) {

        /** One record: the article's, or without one the document's own id, key and outcome. */
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
