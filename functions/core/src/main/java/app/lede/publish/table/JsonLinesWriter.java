package app.lede.publish.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes JSON Lines (NDJSON): the record of one article on each line, UTF-8, ended by a line feed. Thread safe. */
public final class JsonLinesWriter {

    private JsonLinesWriter() {}

    /** Writes the records in order; no record is an empty text. */
    public static String write(List<ObjectNode> articles) {
        StringBuilder lines = new StringBuilder();
        articles.forEach(article -> lines.append(line(article)));
        return lines.toString();
    }

    /** Writes one record with its line feed; line breaks within texts are escaped. */
    public static String line(ObjectNode article) {
        return article + "\n";
    }
}
