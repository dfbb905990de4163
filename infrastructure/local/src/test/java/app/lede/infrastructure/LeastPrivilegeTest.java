package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lede.local.calls.Call;
import app.lede.local.calls.CallFile;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.Rights;
import app.lede.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the roles of the template with the AWS calls recorded in end-to-end runs, both ways. The recorded calls are kept in {@code
 * recorded-calls.jsonl}. {@code unproven-rights.txt} names the rights that no recorded call uses: each is of a path that no run takes,
 * or that the local stack cannot take (it keeps no versions of objects).
 *
 * <p>To record again, run the end-to-end tests with {@code -Dlong=true -Dlede.calls=FILE} and a Python with moto as {@code
 * LEDE_PYTHON}, and this class with {@code -Dlede.record=FILE}.
 */
class LeastPrivilegeTest {
    private static final Path FOLDER =
            Repository.file("infrastructure/local/src/test/resources/app/lede/infrastructure");
    private static final Path RECORDED = FOLDER.resolve("recorded-calls.jsonl");
    private static final Path UNPROVEN = FOLDER.resolve("unproven-rights.txt");

    /** Every condition that adds a right is on, but for OpenSearch, which a stack has in place of segments. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "SummaryModel", "example.writer-v1",
            "SignRequests", "ENABLED",
            "Canary", "ENABLED",
            "McpTools", "WRITE");

    private final String yaml = Repository.text("infrastructure/template.yaml");

    private static Rights rights(String template) {
        return new Rights(Template.parse(template, PARAMETERS));
    }

    private static Set<Call> recorded() throws IOException {
        return calls(RECORDED);
    }

    private static Set<Call> calls(Path file) throws IOException {
        return CallFile.read(file).stream().map(CallLedger.Line::call).collect(Collectors.toSet());
    }

    private static List<String> unproven() throws IOException {
        return Files.readAllLines(UNPROVEN).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Returns unused rights with those of an OpenSearch domain, which is called by HTTP: no run records such a call. */
    private List<String> unused(Set<Call> calls) {
        return Stream.concat(
                        rights(yaml).unused(calls).stream(),
                        ofCluster(yaml).unused(ClusterCalls.made()).stream().filter(right -> right.contains(" es:")))
                .sorted()
                .toList();
    }

    private static Rights ofCluster(String template) {
        return new Rights(Template.parse(template, ClusterCalls.parameters()));
    }

    private static String text(Collection<?> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    @Test
    void every_recorded_call_is_allowed() throws IOException {
        assertEquals("", text(rights(yaml).denied(recorded())));
    }

    @Test
    void every_right_is_used_by_a_recorded_call_or_named_as_unproven() throws IOException {
        assertEquals(text(unproven()), text(unused(recorded())));
    }

    @Test
    void every_request_to_a_cluster_is_allowed() {
        assertEquals("", text(ofCluster(yaml).denied(ClusterCalls.made())));
    }

    @Test
    void a_missing_and_a_needless_right_to_a_cluster_are_noticed_by_name() {
        String create = "Action: [es:ESHttpHead, es:ESHttpPut]";
        assertTrue(yaml.contains(create));
        assertEquals(
                List.of("index-articles es:ESHttpPut"),
                ofCluster(yaml.replace(create, "Action: es:ESHttpHead")).denied(ClusterCalls.made()).stream()
                        .map(call -> call.function() + " " + call.action())
                        .toList());
        List<String> unused = ofCluster(yaml.replace(create, "Action: [es:ESHttpHead, es:ESHttpPut, es:ESHttpDelete]"))
                .unused(ClusterCalls.made());
        assertTrue(
                unused.contains("index-articles Create es:ESHttpDelete"
                        + " arn:aws:es:us-east-1:000000000000:domain/lede/lede"),
                text(unused));
    }

    @Test
    void a_missing_right_is_noticed_by_name() throws IOException {
        String pages = "Action: [s3:PutObject, s3:GetObject], Resource: !Sub '${DocumentsBucket.Arn}/web/*'";
        assertTrue(yaml.contains(pages));
        List<Call> denied =
                rights(yaml.replace(pages, pages.replace("s3:PutObject, ", ""))).denied(recorded());
        assertEquals(
                List.of("fetch-article s3:PutObject DocumentsBucket.Arn/web/…"),
                denied.stream()
                        .map(call -> call.function() + " " + call.action() + " " + call.resource())
                        .distinct()
                        .toList());
    }

    @Test
    void each_missing_statement_of_a_function_is_noticed() throws IOException {
        String line = "              - {Sid: FetchJobs, Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt"
                + " FetchQueue.Arn}\n";
        Set<Call> calls = recorded();
        int from = yaml.indexOf("PollSourceRole:\n    Type");
        int at = yaml.indexOf(line, from);
        String without = yaml.substring(0, at) + yaml.substring(at + line.length());
        assertNotEquals(List.of(), rights(without).denied(calls));
    }

    @Test
    void a_needless_right_is_noticed_by_name() throws IOException {
        String stories = "Action: dynamodb:BatchGetItem, Resource: !GetAtt StoriesTable.Arn";
        assertTrue(yaml.contains(stories));
        List<String> unused = rights(yaml.replace(
                        stories,
                        "Action: [dynamodb:BatchGetItem, dynamodb:DeleteItem], Resource: !GetAtt StoriesTable.Arn"))
                .unused(recorded());
        assertTrue(unused.contains("query-articles Stories dynamodb:DeleteItem StoriesTable.Arn"), text(unused));
    }

    @Test
    void a_needless_leading_key_is_noticed_by_name() throws IOException {
        String keys = "{'dynamodb:LeadingKeys': ['host#*', 'url#*']}";
        assertTrue(yaml.contains(keys));
        List<String> unused = rights(yaml.replace(keys, "{'dynamodb:LeadingKeys': ['host#*', 'url#*', plan]}"))
                .unused(recorded());
        assertTrue(
                unused.contains("fetch-article HostsAndUrls dynamodb:UpdateItem ControlTable.Arn plan"), text(unused));
    }

    /** Renews both files, and fails where calls of today differ from those recorded before. */
    @Test
    void the_recorded_calls_are_those_of_todays_functions() throws IOException {
        String file = System.getProperty("lede.record");
        assumeTrue(file != null, "only with -Dlede.record=FILE, after a run of the end-to-end tests");
        Set<Call> today = calls(Path.of(file));
        Set<Call> before = Files.exists(RECORDED) ? recorded() : Set.of();
        CallFile.write(RECORDED, today);
        List<String> comments = Files.readAllLines(UNPROVEN).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
        Files.writeString(UNPROVEN, text(comments) + "\n" + text(unused(today)) + "\n");
        assertEquals(before, today, "renewed " + RECORDED + " and " + UNPROVEN);
    }
}
