package app.lede.aws.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.document.ObjectCreated;
import app.lede.testkit.EventFiles;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS's sample events, read by our codecs and by AWS's own classes. */
class SampleEventsTest {

    /** Mapper for AWS's classes, whose property names differ from their JSON in case. */
    private static final JsonMapper AWS = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Sample(String function, String name) {
        byte[] bytes() {
            return EventFiles.read(function, name);
        }
    }

    private static Stream<Sample> of(String... functions) {
        return Stream.of(functions)
                .flatMap(function -> EventFiles.cases(function).stream().map(name -> new Sample(function, name)));
    }

    static Stream<Sample> batches() {
        return Stream.concat(
                of("poll-source", "fetch-article", "parse-document", "summarise-article"),
                Stream.of(new Sample("manage-library", "one-deletion")));
    }

    static Stream<Sample> requests() {
        return of("query-articles", "manage-library")
                .filter(request -> !request.name().equals("one-deletion"));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void a_batch_is_read_as_aws_reads_it(Sample sample) throws IOException {
        List<SqsEvent.Message> theirs = AWS.readValue(sample.bytes(), SQSEvent.class).getRecords().stream()
                .map(message -> new SqsEvent.Message(
                        message.getMessageId(),
                        message.getBody(),
                        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "0"))))
                .toList();
        assertEquals(theirs, SqsEvent.read(sample.bytes()).messages());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_read_as_aws_reads_it(Sample sample) throws IOException {
        APIGatewayV2HTTPEvent theirs = AWS.readValue(sample.bytes(), APIGatewayV2HTTPEvent.class);
        HttpEvent ours = HttpEvent.read(sample.bytes());
        assertEquals(theirs.getRouteKey(), ours.request().route());
        assertEquals(theirs.getRequestContext().getRequestId(), ours.requestId());
        assertEquals(theirs.getHeaders(), ours.request().headers());
        assertEquals(
                theirs.getPathParameters() == null ? Map.of() : theirs.getPathParameters(),
                ours.request().path());
    }

    private static ObjectCreated only(String name) {
        SqsEvent.Message message = SqsEvent.read(EventFiles.read("parse-document", name))
                .messages()
                .get(0);
        S3Notification.Created created =
                assertInstanceOf(S3Notification.Created.class, S3Notification.read(message.body()));
        assertEquals(1, created.objects().size());
        return created.objects().get(0);
    }

    @Test
    void a_key_is_decoded_as_a_form_is() {
        assertEquals("inbox/a+b c/ü.html", only("key-with-spaces-and-non-ascii").key());
    }

    @Test
    void an_announcement_says_what_names_the_arrival() {
        ObjectCreated object = only("plain-html");
        assertEquals(Instant.parse("2026-01-02T03:04:05.123Z"), object.at());
        assertEquals("20260102", object.documentId().day());
        assertEquals(object.documentId(), only("plain-html").documentId());
    }

    @Test
    void a_bucket_without_versions_announces_none() {
        assertEquals(null, only("without-version").versionId());
    }

    @Test
    void connecting_a_bucket_is_a_test_event() {
        String body = SqsEvent.read(EventFiles.read("parse-document", "s3-test-event"))
                .messages()
                .get(0)
                .body();
        assertInstanceOf(S3Notification.TestEvent.class, S3Notification.read(body));
    }

    @Test
    void an_announcement_through_a_topic_is_the_announcement() {
        assertEquals(only("plain-html"), only("through-a-topic"));
    }

    @Test
    void an_announcement_through_a_bridge_has_a_plain_key_and_whole_seconds() {
        assertEquals(
                new ObjectCreated(
                        "inbox/a+b c/ü.html",
                        2048,
                        "ac7938d40cfc2307e2bf325d28e7884e",
                        "pTyGJMuHbEL31IeL2HPcHyGcFRl1SPnX",
                        "00695735A51D535300",
                        Instant.parse("2026-01-02T03:04:05Z")),
                only("through-a-bridge"));
    }

    @Test
    void another_event_of_a_bridge_announces_nothing() {
        String deleted = "{\"source\":\"aws.s3\",\"detail-type\":\"Object Deleted\",\"detail\":{}}";
        assertEquals(new S3Notification.Created(List.of()), S3Notification.read(deleted));
    }

    @Test
    void a_size_that_is_not_announced_is_unknown() {
        String body = "{\"Records\":[{\"eventName\":\"ObjectCreated:Copy\",\"eventTime\":\"2026-01-02T03:04:05.123Z\","
                + "\"s3\":{\"object\":{\"key\":\"a\",\"eTag\":\"e\",\"sequencer\":\"00\"}}}]}";
        S3Notification.Created created = assertInstanceOf(S3Notification.Created.class, S3Notification.read(body));
        assertEquals(ObjectCreated.UNKNOWN_SIZE, created.objects().getFirst().size());
    }

    @Test
    void what_was_not_created_is_left_out() {
        String removed = "{\"Records\":[{\"eventName\":\"ObjectRemoved:Delete\",\"s3\":{\"object\":{\"key\":\"a\"}}}]}";
        assertEquals(new S3Notification.Created(List.of()), S3Notification.read(removed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"Records\":7}"})
    void what_is_no_event_is_refused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalArgumentException.class, () -> SqsEvent.read(bytes));
        assertThrows(IllegalArgumentException.class, () -> S3Notification.read(text));
        assertThrows(IllegalArgumentException.class, () -> HttpEvent.read(bytes));
    }

    @Test
    void repeated_parameters_keep_every_value_in_order() {
        Map<String, List<String>> query = HttpEvent.read(
                        EventFiles.read("query-articles", "list-articles-with-repeated-parameters"))
                .request()
                .query();
        assertEquals(List.of("de", "en"), query.get("lang"));
    }

    @Test
    void a_base64_body_arrives_as_its_bytes() {
        byte[] body = HttpEvent.read(EventFiles.read("manage-library", "import-sources-base64"))
                .request()
                .body();
        assertEquals("<?xml", new String(body, 0, 5, StandardCharsets.UTF_8));
    }
}
