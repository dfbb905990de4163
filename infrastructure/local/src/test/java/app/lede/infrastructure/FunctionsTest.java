package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    private static final Template TEMPLATE = Template.read();

    /** Environment variables of each function; a new variable must be added here and in the template. */
    private static final String ENVIRONMENT = """
        compact-index:     INDEX_BUCKET
        deliver-alerts:    ARTICLES_TABLE CONTROL_TABLE DIGEST_TOPIC_ARN INDEX_BUCKET OPENSEARCH_URL SOURCES_TABLE WEBHOOK_QUEUE_URL
        export-articles:   ARTICLES_TABLE CONTROL_TABLE EXPORT_QUEUE_URL INDEX_BUCKET LIBRARY_BUCKET OPENSEARCH_URL
        fetch-article:     ALLOWED_ADDRESSES CONTACT CONTROL_TABLE DOCUMENTS_BUCKET FETCH_QUEUE_URL HOST_GAP_SECONDS RECHECKS_PER_DAY RECHECK_PAGES RETENTION_DAYS SIGNATURE_AGENT SIGNING_KEY_ARN
        index-articles:    INDEX_BUCKET LIBRARY_BUCKET OPENSEARCH_URL STORIES_TABLE
        manage-library:    ALLOWED_ADDRESSES ARTICLES_TABLE CONTROL_TABLE DELETION_QUEUE_URL DOCUMENTS_BUCKET EXPORT_QUEUE_URL INDEX_BUCKET LIBRARY_BUCKET OPENSEARCH_URL POLL_QUEUE_URL RETENTION_DAYS SOURCES_TABLE WEBHOOK_QUEUE_URL
        parse-document:    ARTICLES_TABLE CONTROL_TABLE DOCUMENTS_BUCKET LIBRARY_BUCKET MAIL_SENDERS PARSE_QUEUE_URL RETENTION_DAYS SOURCES_TABLE
        poll-source:       ALLOWED_ADDRESSES CALLBACK_URL CONTACT CONTROL_TABLE DOCUMENTS_BUCKET FETCH_QUEUE_URL HOST_GAP_SECONDS POLL_QUEUE_URL SIGNATURE_AGENT SIGNING_KEY_ARN SOURCES_TABLE
        query-articles:    ARTICLES_TABLE CONTROL_TABLE CURSOR_SECRET_ARN DOCUMENTS_BUCKET INDEX_BUCKET LIBRARY_BUCKET MCP_TOOLS MODEL_BUDGET MODEL_ID OPENSEARCH_URL POLL_QUEUE_URL RETENTION_DAYS SIGNING_KEY_ARN SOURCES_TABLE STORIES_TABLE UNSTATED_AI_INPUT
        receive-push:      CONTROL_TABLE DOCUMENTS_BUCKET FETCH_QUEUE_URL POLL_QUEUE_URL SOURCES_TABLE
        reconcile-documents: ARTICLES_TABLE CANARY CONTROL_TABLE DOCUMENTS_BUCKET PARSE_QUEUE_URL RETENTION_DAYS
        reprocess-articles: ARTICLES_TABLE CONTROL_TABLE DOCUMENTS_BUCKET LIBRARY_BUCKET PARSE_QUEUE_URL REPROCESS_QUEUE_URL
        schedule-polls:    CONTROL_TABLE FETCH_QUEUE_URL POLL_QUEUE_URL SOURCES_TABLE
        send-webhook:      ALLOWED_ADDRESSES ARTICLES_TABLE CONTACT CONTROL_TABLE LIBRARY_BUCKET WEBHOOK_DEAD_LETTERS_URL WEBHOOK_QUEUE_URL
        summarise-article: ARTICLES_TABLE CONTROL_TABLE DOCUMENTS_BUCKET LIBRARY_BUCKET MODEL_BUDGET MODEL_ID MODEL_INPUT_PRICE MODEL_OUTPUT_PRICE RETENTION_DAYS SUMMARISE_QUEUE_URL UNSTATED_AI_INPUT
        """;

    @Test
    void every_function_module_is_deployed_and_nothing_else() {
        assertEquals(Repository.functions(), new TreeSet<>(TEMPLATE.functions().keySet()));
    }

    @Test
    void a_function_takes_the_zip_and_the_handler_of_its_own_module() {
        TEMPLATE.resources(Template.FUNCTION).forEach((id, function) -> {
            String module = Template.module(function);
            String name = id.replaceFirst("Function$", "");
            assertEquals(
                    "../functions/" + module + "/target/" + module + ".zip",
                    function.path("CodeUri").asText());
            assertEquals(
                    "app.lede." + module.replace("-", "") + "." + name + "Handler",
                    function.path("Handler").asText());
            assertEquals(module, dashed(name), id + " is named after its module");
            assertEquals(
                    "${AWS::StackName}-" + module,
                    function.path("FunctionName").path("Fn::Sub").asText());
        });
    }

    @Test
    void functions_run_on_java_25_and_arm_without_flags() {
        JsonNode globals = TEMPLATE.root().at("/Globals/Function");
        assertEquals("java25", globals.path("Runtime").asText());
        assertEquals("[\"arm64\"]", globals.path("Architectures").toString());
        TEMPLATE.functions()
                .forEach(
                        (module, function) -> assertFalse(environment(function).contains("JAVA_TOOL_OPTIONS"), module));
    }

    @Test
    void time_and_memory_are_chosen_not_left_to_3_seconds_and_128_megabytes() {
        TEMPLATE.functions().forEach((module, function) -> {
            int timeout = function.path("Timeout").asInt();
            int memory = function.path("MemorySize").asInt();
            assertTrue(timeout >= 20 && timeout <= 120, module + " has " + timeout + " s");
            assertTrue(memory >= 512 && memory <= 1769, module + " has " + memory + " MB");
        });
    }

    @Test
    void a_function_writes_to_its_own_log_group_which_forgets() {
        Set<String> used = new HashSet<>();
        TEMPLATE.functions().forEach((module, function) -> {
            String id = Template.target(function.at("/LoggingConfig/LogGroup"));
            assertTrue(used.add(id), module + " shares " + id);
            assertEquals(
                    "/aws/lambda/${AWS::StackName}-" + module,
                    TEMPLATE.properties(id).at("/LogGroupName/Fn::Sub").asText());
        });
        TEMPLATE.resources("AWS::Logs::LogGroup")
                .forEach((id, group) -> assertEquals(
                        "LogRetentionDays", group.at("/RetentionInDays/Ref").asText(), id));
    }

    @Test
    void a_log_line_arrives_as_written_so_that_its_counts_become_metrics() {
        // LogFormat JSON would wrap each line in a string, where CloudWatch looks for no metrics.
        TEMPLATE.functions()
                .forEach((module, function) -> assertEquals(
                        "Text", function.at("/LoggingConfig/LogFormat").asText(), module));
    }

    @Test
    void a_function_gets_exactly_the_variables_it_reads() {
        StringBuilder set = new StringBuilder();
        TEMPLATE.functions()
                .forEach((module, function) ->
                        set.append("%-18s %s\n".formatted(module + ":", String.join(" ", environment(function)))));
        assertEquals(ENVIRONMENT, set.toString());
    }

    @Test
    void one_variable_means_the_same_in_every_function() {
        SortedMap<String, JsonNode> meaning = new TreeMap<>();
        TEMPLATE.functions().forEach((module, function) -> function.at("/Environment/Variables")
                .properties()
                .forEach(variable -> assertEquals(
                        meaning.computeIfAbsent(variable.getKey(), name -> variable.getValue()),
                        variable.getValue(),
                        module)));
    }

    @Test
    void snapshots_are_taken_of_published_versions_behind_an_alias() {
        for (String module : new String[] {"query-articles", "manage-library", "receive-push"}) {
            JsonNode function = TEMPLATE.functions().getOrDefault(module, TEMPLATE.root());
            assertEquals("PublishedVersions", function.at("/SnapStart/ApplyOn").asText());
            assertEquals("live", function.path("AutoPublishAlias").asText());
            assertTrue(function.path("AutoPublishAliasAllProperties").asBoolean());
        }
    }

    @Test
    void the_schedule_passes_on_the_minute_it_means_and_keeps_what_it_cannot_deliver() {
        JsonNode tick = TEMPLATE.functions()
                .getOrDefault("schedule-polls", TEMPLATE.root())
                .at("/Events/EachMinute/Properties");
        assertEquals("rate(1 minute)", tick.path("ScheduleExpression").asText());
        assertEquals(
                "{\"time\":\"<aws.scheduler.scheduled-time>\"}",
                tick.path("Input").asText());
        assertEquals("ScheduleState", tick.at("/State/Ref").asText());
        assertTrue(tick.at("/RetryPolicy/MaximumRetryAttempts").asInt() > 0);
        assertTrue(TEMPLATE.resources(Template.QUEUE).containsKey(Template.target(tick.at("/DeadLetterConfig/Arn"))));
        assertTrue(TEMPLATE.resources(Template.ROLE).containsKey(Template.target(tick.path("RoleArn"))));
    }

    private static Set<String> environment(JsonNode function) {
        Set<String> names = new TreeSet<>();
        function.at("/Environment/Variables").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
