package app.lede.local.command.rights;

import app.lede.article.Access;
import app.lede.article.AccessFinding;
import app.lede.json.Json;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.RightsResolver;
import app.lede.rights.Use;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explanation of the rights to one page or document.
 *
 * @param input as it was given
 * @param access state in which it was seen; null where it holds no article
 */
record RightsReport(String input, Rights rights, @Nullable AccessFinding access) {

    /** Writes the verdicts, each with the statements that have it, and then the statements that say nothing on any use. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(input));
        for (Use use : Use.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-9s %-8s %s",
                    use.label(),
                    rights.on(use).label(),
                    rights.evidence().stream()
                            .filter(one -> RightsResolver.verdicts(one).get(use) == rights.on(use))
                            .map(RightsReport::line)
                            .collect(Collectors.joining(" | "))));
        }
        rights.evidence().stream()
                .filter(one -> RightsResolver.verdicts(one).isEmpty())
                .forEach(one -> lines.add("  kept as evidence, on no use: " + line(one)));
        if (access != null) {
            String reason = access.reason();
            String state = isFetched() ? "access    " + access.access().label() : "not fetched";
            lines.add("  " + state + (reason == null ? "" : ": " + reason));
        }
        return lines;
    }

    /** Tells whether the page was had; a file always is. */
    boolean isFetched() {
        return access == null || access.access() != Access.FEED_ONLY;
    }

    private static String line(Evidence one) {
        return one.signal().label() + " (" + one.where() + "): " + one.value();
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("input", input);
        ObjectNode verdicts = json.putObject("rights");
        for (Use use : Use.values()) {
            verdicts.put(use.label(), rights.on(use).label());
        }
        ArrayNode evidence = json.putArray("evidence");
        for (Evidence one : rights.evidence()) {
            ObjectNode statement = evidence.addObject()
                    .put("signal", one.signal().label())
                    .put("where", one.where())
                    .put("value", one.value())
                    .put("at", one.at().toString());
            ObjectNode said = statement.putObject("verdicts");
            RightsResolver.verdicts(one).forEach((use, verdict) -> said.put(use.label(), verdict.label()));
        }
        if (access != null) {
            json.put("access", access.access().label());
            json.put("accessReason", access.reason());
        }
        return json;
    }
}
