package app.lede.mcp;

import app.lede.api.Answer;
import app.lede.api.Request;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls routes of the API within the process, so that tools have its grammar, limits and messages. Thread safe. */
final class Calls {

    private final Function<Request, Answer> api;

    Calls(Function<Request, Answer> api) {
        this.api = api;
    }

    /** The answer of a route. */
    sealed interface Reply {

        /** The body of a success. */
        record Body(JsonNode json) implements Reply {}

        /** A refusal, in one line. */
        record Refusal(int status, String message) implements Reply {}
    }

    Reply get(String path, Map<String, List<String>> query) {
        return reply(api.apply(new Request("GET " + path, "GET", path, Map.of(), query, Map.of(), new byte[0])));
    }

    Reply post(String path, JsonNode body) {
        return reply(
                api.apply(new Request("POST " + path, "POST", path, Map.of(), Map.of(), Map.of(), Json.bytes(body))));
    }

    private static Reply reply(Answer answer) {
        JsonNode json = answer.body().length == 0 ? Json.object() : Json.read(answer.body());
        if (answer.status() < 300) {
            return new Reply.Body(json);
        }
        List<String> faults = new ArrayList<>();
        json.path("errors")
                .forEach(error -> faults.add(error.path("parameter").asText() + ": "
                        + error.path("detail").asText()));
        return new Reply.Refusal(
                answer.status(), faults.isEmpty() ? json.path("detail").asText("failed") : String.join("; ", faults));
    }
}
