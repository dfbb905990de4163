package app.lede;

import app.lede.local.wiring.ApiWatch;
import app.lede.testkit.ApiContract;
import com.fasterxml.jackson.databind.JsonNode;

/** Holds every answer of a stack under test against openapi.yaml. Answers of functions that only tests have are let through. */
public final class ContractWatch implements ApiWatch {

    @Override
    public void saw(JsonNode event, JsonNode answer) {
        if (ApiContract.describes(event.path("routeKey").asText())) {
            ApiContract.check(event, answer);
        }
    }
}
