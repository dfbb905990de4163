package app.lede.publish;

import app.lede.enrich.Occurrence;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the public record of one occurrence; offsets count Unicode code points of the article's text. Thread safe. */
public final class OccurrenceView {

    private OccurrenceView() {}

    /** Writes type, name and identifier of the mention, and where it stands. */
    public static ObjectNode json(Occurrence occurrence) {
        return Json.object()
                .put("type", occurrence.mention().type())
                .put("name", occurrence.mention().name())
                .put("identifier", occurrence.mention().identifier())
                .put("start", occurrence.span().start())
                .put("end", occurrence.span().end());
    }
}
