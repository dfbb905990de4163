package app.lede.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Renders summaries as JSON Lines: {@code {"id", "summary": {"sentences": [{"text", "start", "end"}], "method",
 * "textSha256", "by", "reason"}}}.
 * Thread safe.
 */
public final class SummaryLines {

    private SummaryLines() {}

    /** Returns the line of one article, without a line break. */
    public static String line(String id, Summary summary) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id);
        line.set("summary", json(summary));
        return line.toString();
    }

    /** Returns the JSON object of a summary. */
    public static ObjectNode json(Summary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode sentences = json.putArray("sentences");
        for (Sentence sentence : summary.sentences()) {
            sentences
                    .addObject()
                    .put("text", sentence.text())
                    .put("start", sentence.start())
                    .put("end", sentence.end());
        }
        json.put("method", summary.method());
        if (summary.textSha256() != null) {
            json.put("textSha256", summary.textSha256());
        }
        json.put("by", summary.by());
        if (summary.reason() != null) {
            json.put("reason", summary.reason());
        }
        return json;
    }
}
