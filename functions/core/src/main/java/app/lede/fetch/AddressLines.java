package app.lede.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Renders address verdicts as JSON Lines: {@code {"url": …}} or {@code {"ip": …}} in, {@code {"input", "verdict",
 * "reason"}} out, where the verdict is {@code block} or {@code allow}. Thread safe.
 */
public final class AddressLines {

    private final ObjectMapper json = new ObjectMapper();
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

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private String answer(String input, AddressRules.Verdict verdict) {
        ObjectNode answer = json.createObjectNode();
        answer.put("input", input);
        answer.put("verdict", verdict.allowed() ? "allow" : "block");
        answer.put("reason", verdict.reason());
        return answer.toString();
    }
}
