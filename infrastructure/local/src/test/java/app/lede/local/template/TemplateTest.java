package app.lede.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Function.StreamEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static String fixture(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(TemplateTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Template everything(Map<String, String> parameters) throws IOException {
        return Template.parse(fixture("everything.yaml"), parameters);
    }

    @Test
    void a_table_has_its_keys_indexes_expiry_and_stream() throws IOException {
        Table table = everything(Map.of()).tables().get(0);
        assertEquals("articles", table.name());
        assertEquals(new Table.Key("id", Optional.empty()), table.key());
        assertEquals(
                List.of(new Table.Index(
                        "by-day", new Table.Key("day", Optional.of("id")), "INCLUDE", List.of("title"))),
                table.indexes());
        assertEquals(Map.of("id", "S", "day", "S"), table.attributeTypes());
        assertEquals(Optional.of("ttl"), table.ttl());
        assertEquals(Optional.of("NEW_AND_OLD_IMAGES"), table.stream());
    }

    @Test
    void a_bucket_tells_a_queue_about_keys_with_prefix_and_suffix() throws IOException {
        Bucket bucket = everything(Map.of()).buckets().get(0);
        assertEquals("raw-documents", bucket.name());
        Bucket.Notification notification = bucket.notifications().get(0);
        assertEquals(new Bucket.Notification("ParseQueue", "s3:ObjectCreated:*", "inbox/", ".html"), notification);
        assertTrue(notification.covers("ObjectCreated:Copy", "inbox/a.html"));
        assertEquals(false, notification.covers("ObjectCreated:Put", "inbox/a.txt"));
        assertEquals(false, notification.covers("ObjectRemoved:Delete", "inbox/a.html"));
    }

    @Test
    void a_queue_has_its_times_and_its_dead_letters() throws IOException {
        assertEquals(
                new Queue(
                        "ParseQueue",
                        "parse-queue",
                        360,
                        2,
                        345_600,
                        Optional.of(new Queue.Redrive("ParseDeadLetters", 5))),
                everything(Map.of()).queues().get(0));
    }

    @Test
    void a_function_takes_what_globals_say_unless_it_says_otherwise() throws IOException {
        Function function = everything(Map.of()).functions().get(0);
        assertEquals("parse-document", function.name());
        assertEquals("app.lede.parsedocument.ParseDocumentHandler", function.handlerClass());
        assertEquals(60, function.timeout());
        assertEquals(1769, function.memory());
        assertEquals(
                Map.of(
                        "BUCKET", "<RawDocumentsBucket>",
                        "TABLE_ARN", "<ArticlesTable.Arn>",
                        "CONTACT", "me@example.org",
                        "URL", "https://lede.example/<ParseQueue.QueueName>/${kept}/x",
                        "JOINED", "a,<ParseQueue>",
                        "CHOSEN", "default",
                        "GAP", "5"),
                environment(function));
    }

    private static Map<String, String> environment(Function function) {
        Map<String, String> resolved = new HashMap<>();
        function.environment()
                .forEach((name, text) -> resolved.put(name, text.resolve(reference -> "<" + reference + ">")));
        return resolved;
    }

    @Test
    void functions_are_called_by_queues_schedules_and_streams() throws IOException {
        List<Function> functions = everything(Map.of()).functions();
        assertEquals(
                List.of(new QueueEvent("ParseQueue", 10, 1, 4, true)),
                functions.get(0).events());
        assertEquals(
                List.of(new ScheduleEvent(
                        "EachMinute",
                        Duration.ofMinutes(5),
                        Text.of("{\"time\":\"<aws.scheduler.scheduled-time>\"}"),
                        false,
                        3,
                        Optional.of("ParseDeadLetters"))),
                functions.get(1).events());
        assertEquals(
                List.of(new StreamEvent("ArticlesTable", 50, 7, true, Optional.of("ParseDeadLetters"))),
                functions.get(2).events());
    }

    @Test
    void a_route_leads_over_its_integration_to_a_function() throws IOException {
        assertEquals(
                List.of(new Route("GET", "/v1/articles/{id}", "ParseDocumentFunction")),
                everything(Map.of()).routes());
    }

    @Test
    void a_secret_has_its_length() throws IOException {
        assertEquals(
                List.of(new Secret("CursorSecret", "cursor", 64)),
                everything(Map.of()).secrets());
    }

    @Test
    void parameters_replace_defaults_and_decide_conditions() throws IOException {
        Template template = everything(Map.of("Mode", "big", "Contact", "you@example.org"));
        Map<String, String> environment = environment(template.functions().get(0));
        assertEquals("you@example.org", environment.get("CONTACT"));
        assertEquals("chosen", environment.get("CHOSEN"));
        assertEquals(
                List.of("ParseQueue", "ParseDeadLetters", "OnlyWhenBigQueue"),
                template.queues().stream().map(Queue::id).toList());
    }

    /** Each file's first line, a comment, is what the refusal must say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-resource-type",
                "unknown-property",
                "unknown-nested-property",
                "unknown-event-type",
                "unknown-intrinsic",
                "unknown-mapping",
                "unknown-section",
                "unknown-reference",
                "unknown-condition",
                "cron-schedule",
                "parameter-without-value",
                "missing-property",
                "not-a-number",
                "route-without-integration",
                "not-yaml",
                "doubled-key"
            })
    void what_is_not_interpreted_is_refused_by_name(String name) throws IOException {
        String yaml = fixture("refused/" + name + ".yaml");
        String expected = yaml.lines().findFirst().orElseThrow().substring(2);
        TemplateRefused refused = assertThrows(TemplateRefused.class, () -> Template.parse(yaml, Map.of()));
        assertEquals(1, refused.problems().size(), refused::getMessage);
        assertTrue(refused.problems().get(0).contains(expected), refused::getMessage);
    }

    @Test
    void every_problem_is_named_at_once() throws IOException {
        String yaml = fixture("refused/unknown-property.yaml") + "  Other: {Type: AWS::EC2::Instance}\n";
        TemplateRefused refused = assertThrows(TemplateRefused.class, () -> Template.parse(yaml, Map.of()));
        assertEquals(2, refused.problems().size(), refused::getMessage);
    }

    @Test
    void a_parameter_the_template_lacks_is_refused() {
        TemplateRefused refused = assertThrows(TemplateRefused.class, () -> everything(Map.of("Nothing", "x")));
        assertTrue(refused.problems().get(0).contains("Nothing"));
    }
}
