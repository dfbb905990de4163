package app.lede.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventsTest {

    private static final Template TEMPLATE = Template.read();

    @Test
    void every_function_has_events_and_every_folder_names_a_function() {
        assertEquals(TEMPLATE.functions().keySet(), Repository.folders("events"));
        TEMPLATE.functions()
                .keySet()
                .forEach(module -> assertFalse(Repository.events(module).isEmpty(), module));
    }

    @ParameterizedTest
    @MethodSource("queueEvents")
    void a_queue_event_survives_aws_own_classes_unchanged(Path file) throws JsonProcessingException {
        JsonNode event = Repository.json(AwsEvents.MAPPER, file);
        SQSEvent decoded = AwsEvents.MAPPER.treeToValue(event, SQSEvent.class);
        assertEquals(comparable(event), comparable(AwsEvents.MAPPER.valueToTree(decoded)));
        decoded.getRecords().forEach(message -> {
            assertEquals(md5(message.getBody()), message.getMd5OfBody());
            assertTrue(Integer.parseInt(message.getAttributes().get("ApproximateReceiveCount")) > 0);
        });
    }

    @ParameterizedTest
    @MethodSource("streamEvents")
    void a_stream_event_survives_aws_own_classes_unchanged(Path file) throws JsonProcessingException {
        JsonNode event = Repository.json(AwsEvents.MAPPER, file);
        DynamodbEvent decoded = AwsEvents.MAPPER.treeToValue(event, DynamodbEvent.class);
        assertEquals(event.path("Records").size(), decoded.getRecords().size());
        for (int i = 0; i < decoded.getRecords().size(); i++) {
            JsonNode change = event.path("Records").path(i).path("dynamodb");
            var streamed = decoded.getRecords().get(i).getDynamodb();
            assertEquals(change.path("SequenceNumber").asText(), streamed.getSequenceNumber());
            assertEquals(fields(change.path("Keys")), streamed.getKeys().keySet());
            assertEquals(
                    fields(change.path("NewImage")),
                    streamed.getNewImage() == null
                            ? Set.of()
                            : streamed.getNewImage().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("queueEvents")
    void a_message_of_s3_survives_aws_own_classes_unchanged(Path file) throws JsonProcessingException {
        for (SQSMessage message : messages(file)) {
            JsonNode body = AwsEvents.MAPPER.readTree(message.getBody());
            if (body.has("Records")) {
                S3EventNotification decoded = AwsEvents.MAPPER.treeToValue(body, S3EventNotification.class);
                JsonNode again = AwsEvents.MAPPER.valueToTree(decoded);
                Template.walk(again, node -> without(node, "urlDecodedKey"));
                assertEquals(comparable(body), comparable(again));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("apiEvents")
    void an_api_event_survives_aws_own_classes_unchanged(Path file) throws JsonProcessingException {
        JsonNode event = Repository.json(AwsEvents.MAPPER, file);
        APIGatewayV2HTTPEvent decoded = AwsEvents.MAPPER.treeToValue(event, APIGatewayV2HTTPEvent.class);
        assertEquals(comparable(event), comparable(AwsEvents.MAPPER.valueToTree(decoded)));
    }

    @ParameterizedTest
    @MethodSource("apiEvents")
    void an_api_event_is_what_the_gateway_makes_of_a_call_of_its_route(Path file) {
        JsonNode event = Repository.json(AwsEvents.MAPPER, file);
        String route = event.path("routeKey").asText();
        assertEquals(route, event.at("/requestContext/routeKey").asText());
        String method = event.at("/requestContext/http/method").asText();
        String path = route.equals("$default")
                ? event.path("rawPath").asText()
                : route.substring(method.length() + 1).replace("{proxy+}", "{proxy}");
        for (var variable : event.path("pathParameters").properties()) {
            path = path.replace(
                    "{" + variable.getKey() + "}", variable.getValue().asText());
        }
        assertEquals(path, event.path("rawPath").asText());
        event.path("headers").fieldNames().forEachRemaining(name -> assertTrue(name.matches("[a-z0-9-]+"), name));
        int sent = event.at("/headers/content-length").asInt();
        byte[] body = event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(event.path("body").asText())
                : event.path("body").asText().getBytes(UTF_8);
        assertEquals(sent, body.length);
    }

    @Test
    void every_function_that_a_queue_calls_has_an_event_of_that_queue() {
        TEMPLATE.functions().forEach((module, function) -> {
            Set<String> queues = new TreeSet<>();
            function.path("Events").forEach(event -> {
                if (event.path("Type").asText().equals("SQS")) {
                    queues.add(Template.target(event.at("/Properties/Queue")));
                }
            });
            Set<String> found = new TreeSet<>();
            Repository.events(module).forEach(file -> queue(file).ifPresent(found::add));
            assertEquals(queues, found, module);
        });
    }

    @Test
    void every_route_has_an_event_at_the_function_that_answers_it() {
        Map<String, String> answered = new TreeMap<>();
        TEMPLATE.resources(Template.ROUTE)
                .values()
                .forEach(route -> answered.put(
                        route.path("RouteKey").asText(),
                        answering(route.at("/Target/Fn::Sub").asText())));
        Map<String, String> called = new TreeMap<>();
        apiEvents()
                .forEach(file -> called.put(
                        Repository.json(AwsEvents.MAPPER, file).path("routeKey").asText(),
                        Repository.name(file.resolveSibling(".").normalize())));
        assertEquals(answered, called);
    }

    @Test
    void a_key_with_spaces_a_plus_and_an_umlaut_is_encoded_as_s3_does() throws JsonProcessingException {
        var object = s3("parse-document", "key-with-spaces-and-non-ascii").get(0);
        assertEquals("inbox/a%2Bb+c/%C3%BC.html", object.getKey());
        assertEquals("inbox/a+b c/ü.html", object.getUrlDecodedKey());
    }

    @Test
    void the_hard_deliveries_are_what_their_names_say() throws JsonProcessingException {
        assertTrue(messages("parse-document", "s3-test-event").get(0).getBody().contains("\"s3:TestEvent\""));
        assertEquals(
                "3",
                messages("parse-document", "redelivered").get(0).getAttributes().get("ApproximateReceiveCount"));
        var twice = messages("parse-document", "duplicate");
        assertEquals(twice.get(0).getBody(), twice.get(1).getBody());
        assertFalse(twice.get(0).getMessageId().equals(twice.get(1).getMessageId()));
        var swapped = s3("parse-document", "out-of-order");
        assertEquals(swapped.get(0).getKey(), swapped.get(1).getKey());
        assertTrue(swapped.get(0).getSequencer().compareTo(swapped.get(1).getSequencer()) > 0);
        var folder = s3("parse-document", "folder-marker").get(0);
        assertTrue(folder.getKey().endsWith("/"));
        assertEquals(0L, folder.getSizeAsLong());
    }

    @Test
    void repeated_parameters_are_joined_by_commas_beside_the_raw_query() {
        JsonNode event = Repository.json(
                AwsEvents.MAPPER, Repository.file("events/query-articles/list-articles-with-repeated-parameters.json"));
        assertEquals(
                "lang=de&country=ML&lang=en&limit=50",
                event.path("rawQueryString").asText());
        assertEquals("de,en", event.at("/queryStringParameters/lang").asText());
    }

    @Test
    void a_tick_carries_what_the_schedule_passes_on() {
        JsonNode input = Template.yaml(TEMPLATE.functions()
                .getOrDefault("schedule-polls", TEMPLATE.root())
                .at("/Events/EachMinute/Properties/Input")
                .asText());
        Repository.events("schedule-polls").forEach(file -> {
            JsonNode event = Repository.json(AwsEvents.MAPPER, file);
            assertEquals(Set.of("time"), fields(event));
            assertEquals(fields(input), fields(event));
            assertTrue(event.path("time").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z"));
        });
    }

    /** Returns the module that an integration calls. */
    private static String answering(String target) {
        return TEMPLATE.functions().keySet().stream()
                .filter(module ->
                        target.replace("-", "").toLowerCase(Locale.ROOT).contains(module.replace("-", "")))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Path> queueEvents() {
        return TEMPLATE.functions().keySet().stream()
                .flatMap(module -> Repository.events(module).stream())
                .filter(file -> queue(file).isPresent());
    }

    static Stream<Path> streamEvents() {
        return Repository.events("index-articles").stream();
    }

    static Stream<Path> apiEvents() {
        return Stream.of("query-articles", "manage-library", "receive-push")
                .flatMap(module -> Repository.events(module).stream())
                .filter(file -> queue(file).isEmpty());
    }

    /** Returns the logical id of the queue that an event's messages come from. */
    private static Optional<String> queue(Path file) {
        JsonNode first = Repository.json(AwsEvents.MAPPER, file).at("/Records/0");
        return first.path("eventSource").asText().equals("aws:sqs")
                ? Optional.of(first.path("eventSourceARN").asText().replaceFirst(".*:lede-(\\w+)-\\w+$", "$1"))
                : Optional.empty();
    }

    private static List<SQSMessage> messages(Path file) throws JsonProcessingException {
        return AwsEvents.MAPPER
                .treeToValue(Repository.json(AwsEvents.MAPPER, file), SQSEvent.class)
                .getRecords();
    }

    private static List<SQSMessage> messages(String module, String name) throws JsonProcessingException {
        return messages(Repository.file("events/" + module + "/" + name + ".json"));
    }

    private static List<S3EventNotification.S3ObjectEntity> s3(String module, String name)
            throws JsonProcessingException {
        List<S3EventNotification.S3ObjectEntity> objects = new ArrayList<>();
        for (SQSMessage message : messages(module, name)) {
            AwsEvents.MAPPER
                    .readValue(message.getBody(), S3EventNotification.class)
                    .getRecords()
                    .forEach(one -> objects.add(one.getS3().getObject()));
        }
        return objects;
    }

    private static void without(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
    }

    /** Returns a tree as sorted text lines, without nulls, empty containers and differences in the case of names. */
    private static List<String> comparable(JsonNode tree) {
        List<String> lines = new ArrayList<>();
        collect("", tree, lines);
        lines.sort(null);
        return lines;
    }

    private static void collect(String path, JsonNode node, List<String> lines) {
        node.properties()
                .forEach(field ->
                        collect(path + "/" + field.getKey().toLowerCase(Locale.ROOT), field.getValue(), lines));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.path(i), lines);
            }
        } else if (node.isValueNode() && !node.isNull()) {
            lines.add(path + " = " + node.asText());
        }
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String md5(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
