package app.lede.library;

import app.lede.json.OptionalFields;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.Signal;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Usage rights in stored JSON: {@code rights}, verdicts by use, and {@code evidence}; neither where nothing is stated. */
final class RightsJson {

    private RightsJson() {}

    static void write(Rights rights, ObjectNode json) {
        if (!rights.verdicts().isEmpty()) {
            ObjectNode verdicts = json.putObject("rights");
            rights.verdicts().forEach((use, verdict) -> verdicts.put(use.label(), verdict.label()));
        }
        if (!rights.evidence().isEmpty()) {
            ArrayNode evidence = json.putArray("evidence");
            rights.evidence().forEach(one -> evidence.addObject()
                    .put("signal", one.signal().label())
                    .put("where", one.where())
                    .put("value", one.value())
                    .put("at", one.at().toString()));
        }
    }

    static Rights read(JsonNode json) {
        Map<Use, Verdict> verdicts = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            String verdict = OptionalFields.find(json.path("rights"), use.label());
            if (verdict != null) {
                verdicts.put(use, Verdict.ofLabel(verdict));
            }
        }
        List<Evidence> evidence = OptionalFields.list(
                json,
                "evidence",
                one -> new Evidence(
                        Signal.ofLabel(OptionalFields.text(one, "signal")),
                        OptionalFields.text(one, "where"),
                        OptionalFields.text(one, "value"),
                        Instant.parse(OptionalFields.text(one, "at"))));
        return new Rights(verdicts, evidence);
    }
}
