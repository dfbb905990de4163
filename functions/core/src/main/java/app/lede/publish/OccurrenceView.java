package app.lede.publish;

import app.lede.enrich.Mention;
import app.lede.enrich.Occurrence;
import app.lede.enrich.Wikidata;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the public record of one occurrence; offsets count Unicode code points of the article's text. Thread safe. */
public final class OccurrenceView {

    private OccurrenceView() {}

    /** Writes type, name and identifier of the mention, and where it stands. */
    public static ObjectNode json(Occurrence occurrence) {
        Mention mention = occurrence.mention();
        ObjectNode json = Json.object().put("type", mention.type()).put("name", mention.name());
        if (!mention.identifier().isEmpty()) {
            json.put("identifier", mention.identifier());
        }
        OptionalFields.put(json, "sameAs", Wikidata.address(mention));
        return json.put("start", occurrence.span().start())
                .put("end", occurrence.span().end());
    }
}
