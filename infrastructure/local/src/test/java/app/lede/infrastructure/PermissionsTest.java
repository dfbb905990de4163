package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Template TEMPLATE = Template.read();
    private static final String POLICY = "AWS::IAM::Policy";

    /** A model behind an inference profile is called in whichever region has room. */
    private static final String MODEL_OF_ANY_REGION =
            "arn:${AWS::Partition}:bedrock:*::foundation-model/${SummaryModel}";

    /** References of a resource: the targets of Ref and GetAtt, and variables of Sub. */
    private static final Pattern NAMED =
            Pattern.compile("\"Ref\":\"([^\"]+)\"|\"Fn::GetAtt\":\\[\"(\\w+)|\\$\\{([^}.]+)");

    /** Rows of the control table that each function may access. */
    private static final Map<String, String> CONTROL_KEYS = Map.ofEntries(
            Map.entry("schedule-polls", "[plan][due#*]"),
            Map.entry("export-articles", "[arrivals][exports]"),
            Map.entry("reprocess-articles", "[arrivals][reprocess][lines#*]"),
            Map.entry("reconcile-documents", "[documents#*][key#*][reconcile]"),
            Map.entry("poll-source", "[backfills, host#*][url#*][host#*, url#*, backfills]"),
            Map.entry("receive-push", "[url#*]"),
            Map.entry("fetch-article", "[host#*][url#*][host#*, url#*][documents#*, key#*][due#*]"),
            Map.entry("parse-document", "[lines#*][documents#*][documents#*, key#*, parts#*]"),
            Map.entry("summarise-article", "[documents#*][documents#*, key#*, parts#*][arrivals][model#*][costs#*]"),
            Map.entry(
                    "manage-library",
                    "[documents#*][documents#*, key#*, parts#*][parts#*][arrivals][searches][exports][backfills]"),
            Map.entry(
                    "query-articles",
                    "[documents#*, searches, exports, backfills][documents#*][documents#*, key#*, parts#*, costs#*,"
                            + " arrivals, searches, alerts, exports, reprocess][documents#*, key#*]"),
            Map.entry("deliver-alerts", "[searches, arrivals][searches][searches, alerts]"),
            Map.entry("send-webhook", "[searches]"));

    @Test
    void every_function_has_a_role_of_its_own_written_by_hand() {
        TEMPLATE.resources(Template.FUNCTION).forEach((id, function) -> {
            assertEquals(id.replaceFirst("Function$", "Role"), Template.target(function.path("Role")));
            assertFalse(function.has("Policies"), id);
        });
        TEMPLATE.resources(Template.ROLE).forEach((id, role) -> assertFalse(role.has("ManagedPolicyArns"), id));
    }

    @Test
    void a_role_is_taken_on_by_one_service() {
        TEMPLATE.resources(Template.ROLE).forEach((id, role) -> {
            String service = id.equals("SchedulerRole") ? "scheduler.amazonaws.com" : "lambda.amazonaws.com";
            JsonNode statements = role.at("/AssumeRolePolicyDocument/Statement");
            assertEquals(1, statements.size(), id);
            assertEquals(service, statements.at("/0/Principal/Service").asText(), id);
        });
    }

    @Test
    void no_action_is_a_pattern() {
        statements((role, statement) ->
                each(statement.path("Action")).forEach(action -> assertFalse(action.contains("*"), role + action)));
    }

    @Test
    void a_resource_is_one_thing_or_a_prefix_of_one_bucket() {
        statements((role, statement) -> each(statement.path("Resource")).forEach(resource -> {
            String withoutPrefix = resource.replaceFirst(
                            "\"\\$\\{(Documents|Library|Index)Bucket\\.Arn}/([a-z]+/)*\\*\"", "")
                    .replace(MODEL_OF_ANY_REGION, "");
            assertFalse(withoutPrefix.contains("*"), role + " may touch " + resource);
        }));
    }

    @Test
    void what_a_role_names_exists() {
        statements((role, statement) -> each(statement.path("Resource")).forEach(resource -> {
            List<String> names = NAMED.matcher(resource)
                    .results()
                    .flatMap(name -> Stream.of(name.group(1), name.group(2), name.group(3)))
                    .filter(Objects::nonNull)
                    .toList();
            assertFalse(names.isEmpty(), role + " names nothing in " + resource);
            names.forEach(name -> assertTrue(exists(name), role + " names " + name));
        }));
    }

    private static boolean exists(String name) {
        return name.startsWith("AWS::")
                || TEMPLATE.root().path("Resources").has(name)
                || TEMPLATE.root().path("Parameters").has(name);
    }

    @Test
    void a_function_reaches_only_its_own_rows_of_the_control_table() {
        SortedMap<String, String> keys = new TreeMap<>();
        statements((role, statement) -> {
            if (Template.target(statement.path("Resource")).equals("ControlTable")) {
                List<String> prefixes = new ArrayList<>();
                statement.path("Condition").forEach(operator -> operator.path("dynamodb:LeadingKeys")
                        .forEach(key -> prefixes.add(key.asText())));
                keys.merge(role, prefixes.toString(), String::concat);
            }
        });
        assertEquals(new TreeMap<>(CONTROL_KEYS), keys);
    }

    @Test
    void who_reads_a_bucket_may_learn_that_an_object_is_missing() {
        SortedMap<String, List<String>> reads = actions("s3:GetObject");
        SortedMap<String, List<String>> lists = actions("s3:ListBucket");
        reads.keySet().forEach(module -> assertTrue(lists.containsKey(module), module));
    }

    /** A document that is deleted while summarise-article writes its article is deleted by that function. */
    @Test
    void who_deletes_articles_may_write_their_tombstones() {
        SortedMap<String, List<String>> erases = actions("s3:DeleteObject");
        SortedMap<String, List<String>> writes = actions("dynamodb:PutItem");
        List<String> deleting = erases.entrySet().stream()
                .filter(entry -> entry.getValue().toString().contains("LibraryBucket.Arn}/articles/"))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of("manage-library", "summarise-article"), deleting);
        for (String module : deleting) {
            List<String> tables = writes.getOrDefault(module, List.of());
            assertTrue(tables.toString().contains("ArticlesTable"), module + tables);
        }
    }

    @Test
    void no_function_writes_under_the_prefix_that_starts_it_but_for_parts_of_collections() {
        assertEquals(
                Map.of(
                        "poll-source", List.of("${DocumentsBucket.Arn}/entries/*"),
                        "receive-push", List.of("${DocumentsBucket.Arn}/entries/*"),
                        "fetch-article", List.of("${DocumentsBucket.Arn}/web/*"),
                        "index-articles", List.of("${IndexBucket.Arn}/index/*"),
                        "compact-index", List.of("${IndexBucket.Arn}/index/*"),
                        "parse-document",
                                List.of("${DocumentsBucket.Arn}/unpacked/*", "${LibraryBucket.Arn}/articles/*"),
                        "export-articles", List.of("${LibraryBucket.Arn}/exports/*"),
                        "manage-library", List.of("${DocumentsBucket.Arn}/uploads/*"),
                        "query-articles", List.of("${DocumentsBucket.Arn}/uploads/*"),
                        "reconcile-documents", List.of("${DocumentsBucket.Arn}/canary/*")),
                actions("s3:PutObject"));
    }

    @Test
    void agents_add_to_the_library_only_where_the_stack_allows_it() {
        JsonNode policy = TEMPLATE.root().at("/Resources/QueryArticlesWrites");
        assertEquals("HasMcpWrites", policy.path("Condition").asText());
        assertEquals("READ", TEMPLATE.root().at("/Parameters/McpTools/Default").asText());
        List<String> actions = new ArrayList<>();
        policy.at("/Properties/PolicyDocument/Statement")
                .forEach(statement -> actions.addAll(each(statement.path("Action"))));
        assertEquals(
                List.of("dynamodb:PutItem", "sqs:SendMessage", "dynamodb:PutItem", "s3:PutObject"),
                actions.stream().map(action -> action.replace("\"", "")).toList());
    }

    @Test
    void an_opensearch_domain_is_written_by_one_function_and_only_searched_by_others() {
        String index = "arn:${AWS::Partition}:es:${AWS::Region}:${AWS::AccountId}:domain/${OpenSearchDomain}"
                + "/${OpenSearchIndex}";
        Map<String, String> expected = Map.of(
                "OpenSearchWrites",
                        "[IndexArticlesRole] ESHttpHead, ESHttpPut " + index + " ESHttpPut " + index
                                + "/_mapping ESHttpPost " + index + "/_bulk",
                "OpenSearchReads",
                        "[QueryArticlesRole, DeliverAlertsRole, ExportArticlesRole, IndexArticlesRole] ESHttpPost "
                                + index + "/_search");
        Map<String, String> found = new TreeMap<>();
        TEMPLATE.resources(POLICY).forEach((id, policy) -> {
            if (!id.startsWith("OpenSearch")) {
                return;
            }
            List<String> roles = new ArrayList<>();
            policy.path("Roles").forEach(role -> roles.add(Template.target(role)));
            StringBuilder text = new StringBuilder(roles.toString());
            policy.at("/PolicyDocument/Statement").forEach(statement -> text.append(' ')
                    .append(String.join(", ", each(statement.path("Action")))
                            .replace("\"", "")
                            .replace("es:", ""))
                    .append(' ')
                    .append(statement.at("/Resource/Fn::Sub").asText()));
            found.put(id, text.toString());
        });
        assertEquals(new TreeMap<>(expected), found);
    }

    @Test
    void only_summarise_article_may_ask_a_model_and_only_the_given_one() {
        JsonNode policy = TEMPLATE.properties("SummaryModelCalls");
        assertEquals(
                "[{\"Ref\":\"SummariseArticleRole\"}]", policy.path("Roles").toString());
        List<String> models = new ArrayList<>();
        TEMPLATE.root()
                .path("Resources")
                .forEach(resource -> Template.walk(resource, node -> {
                    if (node.path("Action").toString().contains("bedrock:")) {
                        assertEquals("bedrock:InvokeModel", node.path("Action").asText());
                        Template.walk(node.path("Resource"), part -> {
                            if (part.path("Fn::Sub").isTextual()) {
                                models.add(part.path("Fn::Sub").asText());
                            }
                        });
                    }
                }));
        assertEquals(3, models.size());
        models.forEach(model -> assertTrue(
                model.endsWith("foundation-model/${SummaryModel}")
                        || model.endsWith(":inference-profile/${SummaryModelProfile}"),
                model));
    }

    @Test
    void nothing_scans_a_table() {
        assertEquals(Map.of(), actions("dynamodb:Scan"));
    }

    @Test
    void a_consumer_may_take_messages_of_its_own_queue_and_nobody_elses() {
        TEMPLATE.functions().forEach((module, function) -> {
            List<String> queues = new ArrayList<>();
            function.path("Events").forEach(event -> {
                if (event.path("Type").asText().equals("SQS")) {
                    queues.add(Template.target(event.at("/Properties/Queue")));
                }
            });
            assertEquals(queues, actions("sqs:ReceiveMessage").getOrDefault(module, List.of()), module);
        });
    }

    @Test
    void buckets_refuse_plain_http_and_trust_only_fetch_article_with_web() {
        for (String bucket : List.of("DocumentsBucket", "LibraryBucket", "IndexBucket")) {
            JsonNode first = TEMPLATE.properties(bucket + "Policy").at("/PolicyDocument/Statement/0");
            assertEquals("Deny", first.path("Effect").asText());
            assertEquals(
                    "false", first.at("/Condition/Bool/aws:SecureTransport").asText());
        }
        JsonNode web = TEMPLATE.properties("DocumentsBucketPolicy").at("/PolicyDocument/Statement/1");
        assertEquals("Deny", web.path("Effect").asText());
        assertEquals("${DocumentsBucket.Arn}/web/*", web.at("/Resource/Fn::Sub").asText());
        assertEquals("FetchArticleRole", Template.target(web.at("/Condition/ArnNotEquals/aws:PrincipalArn")));
        JsonNode statements = TEMPLATE.properties("DocumentsBucketPolicy").at("/PolicyDocument/Statement");
        for (String prefix : List.of("web", "entries", "unpacked")) {
            String resource = "${DocumentsBucket.Arn}/" + prefix + "/*";
            assertTrue(statements.findValuesAsText("Fn::Sub").contains(resource), "anybody may write under " + prefix);
        }
    }

    /** Returns the resources on which each module's role may perform an action. */
    private static SortedMap<String, List<String>> actions(String action) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        statements((role, statement) -> {
            if (each(statement.path("Action")).contains('"' + action + '"')) {
                List<JsonNode> resources = statement.path("Resource").isArray()
                        ? List.copyOf(statement.path("Resource").findParents("Fn::Sub"))
                        : List.of(statement.path("Resource"));
                resources.forEach(resource -> found.computeIfAbsent(role, module -> new ArrayList<>())
                        .add(resource.path("Fn::Sub").asText(Template.target(resource))));
            }
        });
        return found;
    }

    /** Visits every statement of every function's role and of the policies attached to it, with the function's module. */
    private static void statements(BiConsumer<String, JsonNode> visitor) {
        TEMPLATE.functions().forEach((module, function) -> {
            String role = Template.target(function.path("Role"));
            List<JsonNode> policies = new ArrayList<>();
            TEMPLATE.properties(role).path("Policies").forEach(policies::add);
            TEMPLATE.resources(POLICY).values().stream()
                    .filter(policy ->
                            policy.path("Roles").findValuesAsText("Ref").contains(role))
                    .forEach(policies::add);
            policies.forEach(policy ->
                    policy.at("/PolicyDocument/Statement").forEach(statement -> visitor.accept(module, statement)));
        });
    }

    @Test
    void every_policy_of_its_own_is_attached_to_roles_of_functions() {
        SortedMap<String, List<String>> attached = new TreeMap<>();
        TEMPLATE.resources(POLICY)
                .forEach((id, policy) -> attached.put(id, policy.path("Roles").findValuesAsText("Ref")));
        List<String> roles = TEMPLATE.functions().values().stream()
                .map(function -> Template.target(function.path("Role")))
                .toList();
        attached.forEach((id, to) -> assertTrue(!to.isEmpty() && roles.containsAll(to), id + to));
    }

    /** Returns a single value or a list as JSON texts. */
    private static List<String> each(JsonNode oneOrMany) {
        List<String> values = new ArrayList<>();
        Iterator<JsonNode> nodes =
                oneOrMany.isArray() ? oneOrMany.elements() : List.of(oneOrMany).iterator();
        nodes.forEachRemaining(node -> values.add(node.toString()));
        return values;
    }
}
