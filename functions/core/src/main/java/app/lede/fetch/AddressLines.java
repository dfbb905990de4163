package app.lede.fetch;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Renders address verdicts as JSON Lines: {@code {"url": …}} or {@code {"ip": …}} in, {@code {"input", "verdict",
 * "reason"}} out, where the verdict is {@code block} or {@code allow}. Thread safe.
 */
public final class AddressLines {

    private final AddressRules rules;

    public AddressLines(AddressRules rules) {
        this.rules = rules;
    }

    /** Returns the verdict on one input line, without a line break; an invalid line is blocked, with the reason. */
    public String render(String line) {
        JsonNode question = read(line);
        JsonNode input = question.path("url").isTextual() ? question.path("url") : question.path("ip");
        if (!input.isTextual()) {
            return answer(line, AddressRules.Verdict.block("expected {\"url\": \"…\"} or {\"ip\": \"…\"}"));
        }
        return answer(input.textValue(), rules.verdict(input.textValue()));
    }

    private static JsonNode read(String line) {
        try {
            return Json.read(line);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    private static String answer(String input, AddressRules.Verdict verdict) {
        ObjectNode answer = Json.object();
        answer.put("input", input);
        answer.put("verdict", verdict.allowed() ? "allow" : "block");
        answer.put("reason", verdict.reason());
        return answer.toString();
    }
}
