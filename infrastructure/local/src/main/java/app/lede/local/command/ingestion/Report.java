package app.lede.local.command.ingestion;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.local.command.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Prints a run: a table with outcome counts, or JSON Lines. */
public final class Report {

    private final Terminal terminal;

    public Report(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the table and the stories, if any; the last line counts the outcomes. */
    public void table(Arrival arrival, List<JsonNode> stories) {
        ArticleTable.lines(arrival).forEach(terminal::result);
        terminal.result("");
        for (JsonNode story : stories) {
            terminal.result("story: " + story.path("headline").asText("Untitled"));
            terminal.result("    " + story.path("reports").asInt() + " reports, "
                    + story.path("voices").asInt() + " independent: "
                    + String.join(", ", OptionalFields.list(story, "publishers", JsonNode::asText)));
        }
        if (!stories.isEmpty()) {
            terminal.result("");
        }
        terminal.result(counts(arrival));
    }

    /** Prints one JSON record per line, then each story as the API has it, if any; the outcome counts go to standard error. */
    public void json(Arrival arrival, List<JsonNode> stories) {
        arrival.documents().forEach(document -> terminal.result(document.json().toString()));
        stories.forEach(
                story -> terminal.result(Json.object().set("story", story).toString()));
        terminal.message(counts(arrival));
        arrival.lost().forEach(name -> terminal.message("lost: " + name));
    }

    private static String counts(Arrival arrival) {
        return OutcomeCounts.line(
                arrival.documents().stream()
                        .map(document -> document.row().outcome())
                        .toList(),
                arrival.lost().size());
    }
}
