package app.lede.bedrock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.ModelAnswer;
import app.lede.abstractive.ModelAnswer.Answered;
import app.lede.abstractive.ModelAnswer.Lost;
import app.lede.abstractive.ModelAnswer.Unpaid;
import app.lede.abstractive.ModelAnswer.Useless;
import app.lede.abstractive.Prompt;
import app.lede.abstractive.Reason;
import app.lede.abstractive.Usage;
import app.lede.aws.AwsClients;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockModelTest {

    private static final String MODEL = "example.writer-small-v1:0";
    private static final Prompt PROMPT =
            Prompt.summary("The bridge at Holm is closed until May.", "en", "Bridge closed");
    private static final String GOOD = "{\"sentences\": [\"The bridge at Holm is closed until May.\"]}";

    private final ConverseServer server = new ConverseServer();

    @AfterEach
    void close() {
        server.close();
    }

    private BedrockModel model() {
        return model(server.clients(), Duration.ofSeconds(20));
    }

    private static BedrockModel model(AwsClients clients, Duration attempt) {
        return new BedrockModel(BedrockClients.of(clients, attempt, Duration.ofMillis(1)), MODEL);
    }

    @Test
    void sends_task_article_and_schema_in_their_places() {
        server.says(GOOD, "end_turn");

        assertEquals(new Answered(GOOD, new Usage(400, 60)), model().ask(PROMPT));

        ConverseServer.Received request = server.received().getFirst();
        assertEquals("/model/example.writer-small-v1%3A0/converse", request.path());
        assertTrue(request.authorization().contains("/eu-central-1/bedrock/aws4_request"), request::authorization);
        JsonNode body = request.body();
        assertEquals(PROMPT.task(), body.at("/system/0/text").asText());
        assertEquals("user", body.at("/messages/0/role").asText());
        assertEquals(PROMPT.article(), body.at("/messages/0/content/0/text").asText());
        assertEquals(0, body.at("/inferenceConfig/temperature").asDouble(-1));
        assertEquals(Prompt.MOST_TOKENS, body.at("/inferenceConfig/maxTokens").asInt());
        assertEquals("json_schema", body.at("/outputConfig/textFormat/type").asText());
        JsonNode schema = Json.read(
                body.at("/outputConfig/textFormat/structure/jsonSchema/schema").asText());
        assertFalse(schema.path("additionalProperties").asBoolean(true));
    }

    @Test
    void asks_in_words_only_where_the_model_has_no_structured_output() {
        server.fails(400, "ValidationException").says(GOOD, "end_turn");
        BedrockModel model = model();

        assertInstanceOf(Answered.class, model.ask(PROMPT));
        assertInstanceOf(Answered.class, model.ask(PROMPT));

        assertEquals(3, server.received().size());
        assertTrue(server.received().get(0).body().has("outputConfig"));
        assertFalse(server.received().get(1).body().has("outputConfig"));
        assertFalse(server.received().get(2).body().has("outputConfig"));
    }

    @ParameterizedTest
    @CsvSource({
        "max_tokens, CUT_OFF",
        "model_context_window_exceeded, CUT_OFF",
        "guardrail_intervened, REFUSED",
        "content_filtered, REFUSED",
        "malformed_model_output, MALFORMED",
        "tool_use, MALFORMED",
        "a_reason_of_next_year, UNKNOWN_STOP",
    })
    void names_every_other_end_and_counts_its_tokens(String stopReason, Reason reason) {
        server.says(GOOD, stopReason);

        assertEquals(new Useless(reason, new Usage(400, 60)), model().ask(PROMPT));
    }

    @Test
    void an_answer_without_a_stop_reason_is_an_unknown_stop() {
        server.answers(200, "", "{}");

        assertEquals(new Useless(Reason.UNKNOWN_STOP, PROMPT.most()), model().ask(PROMPT));
    }

    @Test
    void an_answer_without_text_is_empty() {
        server.answers(
                200,
                "",
                "{\"stopReason\":\"end_turn\",\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[]}}}");

        assertEquals(new Answered("", PROMPT.most()), model().ask(PROMPT));
    }

    @ParameterizedTest
    @CsvSource({
        "424, ModelErrorException, MODEL_ERROR",
        "403, AccessDeniedException, MISCONFIGURED",
        "404, ResourceNotFoundException, MISCONFIGURED",
        "500, InternalServerException, UNAVAILABLE",
        "400, ServiceQuotaExceededException, THROTTLED",
    })
    void a_failure_before_an_answer_is_named_not_charged_and_not_repeated(int status, String error, Reason reason) {
        server.fails(status, error);

        assertEquals(new Unpaid(reason), model().ask(PROMPT));
        assertEquals(1, server.received().size());
    }

    @Test
    void a_request_that_is_invalid_in_either_form_is_a_fault_of_the_setting() {
        server.fails(400, "ValidationException");

        assertEquals(new Unpaid(Reason.MISCONFIGURED), model().ask(PROMPT));
        assertEquals(2, server.received().size());
    }

    @Test
    void a_model_that_timed_out_may_have_been_charged_and_is_not_asked_again() {
        server.fails(408, "ModelTimeoutException").says(GOOD, "end_turn");

        assertEquals(new Lost(Reason.MODEL_TIMEOUT), model().ask(PROMPT));
        assertEquals(1, server.received().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 ThrottlingException", "429 ModelNotReadyException", "503 ServiceUnavailableException"})
    void a_throttled_call_is_repeated(String failure) {
        int status = Integer.parseInt(failure.substring(0, 3));
        server.fails(status, failure.substring(4))
                .fails(status, failure.substring(4))
                .says(GOOD, "end_turn");

        assertInstanceOf(Answered.class, model().ask(PROMPT));
        assertEquals(3, server.received().size());
    }

    @Test
    void a_call_that_stays_throttled_is_given_up() {
        server.fails(429, "ThrottlingException");

        assertEquals(new Unpaid(Reason.THROTTLED), model().ask(PROMPT));
        assertEquals(3, server.received().size());
    }

    @Test
    void a_server_that_never_answers_may_have_charged_and_is_asked_once() {
        server.staysSilent();

        ModelAnswer answer = model(server.clients(), Duration.ofMillis(200)).ask(PROMPT);

        assertEquals(new Lost(Reason.MODEL_TIMEOUT), answer);
        assertEquals(1, server.received().size());
    }

    @Test
    void a_body_that_is_not_json_may_have_been_charged() {
        server.answers(200, "", "<html>Bad gateway</html>");

        assertEquals(new Lost(Reason.UNAVAILABLE), model().ask(PROMPT));
        assertEquals(1, server.received().size());
    }

    @Test
    void a_server_that_is_not_there_has_charged_nothing() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        ModelAnswer answer = model(new AwsClients(ConverseServer.environment(free)), Duration.ofSeconds(5))
                .ask(PROMPT);

        assertEquals(new Unpaid(Reason.UNAVAILABLE), answer);
    }
}
