package app.lede.publish;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.rights.Rights;
import app.lede.rights.Use;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Usage rights as the API shows them: the verdict on each use, and the statements that the verdicts follow from. */
public final class RightsView {

    private RightsView() {}

    public static ObjectNode json(Rights rights) {
        ObjectNode json = Json.object();
        ObjectNode verdicts = json.putObject("rights");
        for (Use use : Use.values()) {
            verdicts.put(use.label(), rights.on(use).label());
        }
        ArrayNode evidence = json.putArray("evidence");
        rights.evidence().forEach(statement -> evidence.addObject()
                .put("signal", statement.signal().label())
                .put("where", statement.where())
                .put("value", statement.value())
                .put("at", Times.sortable(statement.at())));
        return json;
    }
}
