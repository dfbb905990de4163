package app.lede.publish;

import app.lede.edit.Edit;
import app.lede.edit.Passage;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the public record of an edit; offsets count Unicode code points of the text of each revision. Thread safe. */
public final class EditView {

    private EditView() {}

    /** Writes type and both passages; {@code contains} only where it says something. */
    public static ObjectNode json(Edit edit) {
        ObjectNode json = Json.object();
        json.put("type", edit.type().label());
        json.set("before", passage(edit.before()));
        json.set("after", passage(edit.after()));
        if (!edit.contains().isEmpty()) {
            ArrayNode contains = json.putArray("contains");
            edit.contains().forEach(within -> contains.add(json(within)));
        }
        return json;
    }

    private static ObjectNode passage(Passage passage) {
        return Json.object()
                .put("text", passage.text())
                .put("start", passage.start())
                .put("end", passage.end());
    }
}
