package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ApiContractTest {

    private static final String HEALTH = "{\"status\":\"ok\"}";

    private final ObjectNode event =
            Json.object().put("routeKey", "GET /v1/health").put("rawQueryString", "");
    private final ObjectNode answer = Json.object().put("statusCode", 200).put("body", HEALTH);

    ApiContractTest() {
        answer.putObject("headers").put("content-type", "application/json").put("etag", "\"e\"");
    }

    @Test
    void an_answer_as_described_passes() {
        assertDoesNotThrow(() -> ApiContract.check(event, answer));
    }

    @Test
    void a_field_that_the_schema_does_not_name_is_a_fault() {
        answer.put("body", "{\"status\":\"ok\",\"stauts\":\"ok\"}");
        assertFault("stauts");
    }

    @Test
    void a_value_that_the_schema_does_not_allow_is_a_fault() {
        answer.put("body", "{\"status\":\"fine\"}");
        assertFault("/status");
    }

    @Test
    void a_status_that_is_not_described_is_a_fault() {
        answer.put("statusCode", 202);
        assertFault("status 202");
    }

    @Test
    void a_header_that_is_missing_or_not_described_is_a_fault() {
        answer.withObject("/headers").put("x-powered-by", "lede");
        assertFault("x-powered-by");
        answer.withObject("/headers").remove("etag");
        assertFault("ETag");
    }

    @Test
    void a_media_type_that_is_not_described_is_a_fault() {
        answer.withObject("/headers").put("content-type", "text/html");
        assertFault("text/html");
    }

    @Test
    void a_parameter_that_was_taken_and_is_not_described_is_a_fault() {
        event.put("rawQueryString", "verbose=1");
        assertFault("verbose");
    }

    @Test
    void a_body_that_was_taken_against_its_schema_is_a_fault() {
        event.put("routeKey", "PATCH /v1/sources/{id}").put("body", "{}");
        assertFault("properties");
    }

    private void assertFault(String words) {
        AssertionError fault = assertThrows(AssertionError.class, () -> ApiContract.check(event, answer));
        assertTrue(String.valueOf(fault.getMessage()).contains(words), fault.getMessage());
    }
}
