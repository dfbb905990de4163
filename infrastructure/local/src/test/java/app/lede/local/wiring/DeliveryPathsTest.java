package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertJob;
import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.sqs.SqsQueue;
import app.lede.exportarticles.ExportArticlesHandler;
import app.lede.extract.ArticleExtractor;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.reprocess.ReprocessJob;
import app.lede.reprocess.Reprocessing;
import app.lede.testkit.Invocation;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** Alerts that are late or given up, alerts of edits, exports of a search, compaction, stories that dissolve, reprocessing. */
@LongRunning
class DeliveryPathsTest extends PathsFixture {

    private static final Duration HOUR = Duration.ofHours(1);

    private void search(String name, String filter, boolean edits) {
        ObjectNode search =
                Json.object().put("name", name).put("filter", filter).put("webhook", site.url("/hook"));
        manage("POST /v1/searches", Map.of(), edits ? search.put("edits", true) : search);
    }

    private void alerts() {
        for (int minute = 0; minute < 4; minute++) {
            deliverer.pass(Duration.ofMinutes(5));
            deliverer.tick("deliver-alerts");
            deliverer.settle();
        }
    }

    @Test
    void an_alert_is_repeated_and_given_up_after_a_hundred_attempts() {
        site.status("/hook", 500);
        search("All", "lang=en", false);
        alerts();
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        deliverer.settle();
        for (int attempt = 0; attempt < 104; attempt++) {
            if (attempt < 4) {
                deliverer.pass(Duration.ofMinutes(5));
                deliverer.tick("deliver-alerts");
            }
            deliverer.deliver("send-webhook");
        }
        // A repetition whose sending is not answered goes on beside the alert it repeats, under the same id.
        Set<String> given = stack.receive("WebhookDeadLetters", 10).stream()
                .map(message -> Json.read(message.body(), AlertJob.class).id())
                .collect(Collectors.toSet());
        assertEquals(1, given.size());
        assertTrue(site.posted().size() >= 100);
    }

    @Test
    void an_export_whose_calls_are_not_answered_is_complete() {
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        deliverer.settle();
        for (int call = 1; call <= 16; call++) {
            FailingCall failing = new FailingCall(call, FailingCall.Failure.UNANSWERED);
            try (Deliverer unanswered =
                    new Deliverer(stack, name -> name.equals("export-articles") ? failing : FailingCall.none())) {
                String id = manage("POST /v1/exports", Map.of(), Json.object().put("filter", "lang=en"))
                        .path("id")
                        .asText();
                unanswered.settle();
                assertEquals(
                        "complete",
                        query("GET /v1/exports/{id}", Map.of("id", id), "")
                                .path("state")
                                .asText());
            }
        }
    }

    @Test
    void an_edit_of_an_article_reaches_the_webhook_with_its_words() {
        site.status("/hook", 204);
        site.page("/bridge.html", Journey.page("Bridge open"));
        site.feed("/feed.xml", "", site.item("Bridge open", "/bridge.html", ""));
        String id = source("/feed.xml");
        deliverer.settle();
        search("Edits", "lang=en", true);
        alerts();
        site.page("/bridge.html", Journey.page("Bridge open").replace("Friday", "Thursday"));
        site.feed("/feed.xml", "", site.item("Bridge open", "/bridge.html", "Corrected."));
        deliverer.pass(Duration.ofHours(5));
        manage("POST /v1/sources/{id}/poll", Map.of("id", id), Json.object());
        deliverer.settle();
        alerts();
        assertPages("stored", "stored");
    }

    @Test
    void an_export_of_a_search_is_made_before_and_after_there_is_an_index() {
        ObjectNode words = Json.object().put("filter", "q=bridge");
        manage("POST /v1/exports", Map.of(), words);
        search("Words", "q=bridge", false);
        deliverer.settle();
        alerts();
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        deliverer.settle();
        String id = manage("POST /v1/exports", Map.of(), words).path("id").asText();
        deliverer.settle();
        assertEquals(
                "complete",
                query("GET /v1/exports/{id}", Map.of("id", id), "")
                        .path("state")
                        .asText());
    }

    @Test
    void segments_are_merged_and_the_replaced_ones_deleted() {
        for (int number = 0; number < 10; number++) {
            stack.upload("inbox/" + number + ".html", Journey.page("Report number " + number));
            deliverer.settle();
        }
        deliverer.tick("compact-index");
        int merged = stack.keys("IndexBucket").size();
        deliverer.pass(HOUR.multipliedBy(2));
        deliverer.tick("compact-index");
        assertTrue(stack.keys("IndexBucket").size() < merged, () -> stack.keys("IndexBucket")
                .toString());
    }

    @Test
    void a_story_goes_with_its_last_but_one_report() {
        String lamp = "The lighthouse of Port Ellery went dark on Monday after the Karla Vesper cut the power cable."
                + " Odile Marchetti, the keeper, lit the lamp by hand. ";
        site.page("/one.html", Journey.page("Port Ellery lighthouse dark").replace("</p>", lamp.repeat(3) + "</p>"));
        site.page(
                "/two.html",
                Journey.page("Odile Marchetti lights lamp of Port Ellery").replace("</p>", lamp.repeat(3) + "</p>"));
        site.feed("/feed.xml", "", site.item("One", "/one.html", "") + site.item("Two", "/two.html", ""));
        String unused = source("/feed.xml");
        deliverer.settle();
        manage("DELETE /v1/articles/{id}", Map.of("id", stack.articleId("Odile Marchetti lights")), Json.object());
        deliverer.settle();
        assertPages("deleted", "stored");
    }

    @Test
    void copies_of_a_deleted_original_name_the_next_that_had_the_text() {
        for (String headline : List.of("Bridge open", "Mill sold", "Tower repainted")) {
            stack.upload("inbox/" + headline.charAt(0) + ".html", Journey.page(headline));
            deliverer.settle();
            deliverer.pass(Duration.ofMinutes(5));
        }
        String first = stack.articleId("Bridge open");
        String second = stack.articleId("Mill sold");
        String third = stack.articleId("Tower repainted");
        assertEquals(List.of("", first, first), List.of(original(first), original(second), original(third)));
        manage("DELETE /v1/articles/{id}", Map.of("id", first), Json.object());
        deliverer.settle();
        assertEquals(List.of("", second), List.of(original(second), original(third)));
    }

    private String original(String id) {
        return query("GET /v1/articles/{id}", Map.of("id", id), "")
                .path("duplicateOf")
                .asText();
    }

    @Test
    void an_export_that_takes_longer_than_a_call_goes_on() throws IOException {
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        deliverer.settle();
        String id = manage("POST /v1/exports", Map.of(), Json.object().put("filter", "lang=en"))
                .path("id")
                .asText();
        List<Message> messages = stack.receive("ExportQueue", 1);
        ExportArticlesHandler handler =
                new ExportArticlesHandler(stack.environment(stack.function("export-articles"), FailingCall.none()));
        Invocation call = Invocation.withTimeLeft(
                ExportArticlesHandler.ATTEMPT, handler, SqsEvent.of(messages, stack.names.arn("ExportQueue")));
        assertEquals(List.of("continued"), call.outcomes());
        stack.acknowledge("ExportQueue", messages.getFirst());
        deliverer.settle();
        assertEquals(
                "complete",
                query("GET /v1/exports/{id}", Map.of("id", id), "")
                        .path("state")
                        .asText());
    }

    @Test
    void an_article_of_an_earlier_parser_is_read_again_and_one_a_minute_is_examined() {
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        stack.upload("inbox/mill.html", Journey.page("Mill sold"));
        deliverer.settle();
        readByEarlierParser("Bridge open", "Bridge shut");
        reprocess(1);
        assertTrue(query("GET /v1/reprocessings", Map.of(), "").toString().contains("\"complete\":true"));
        assertEquals(List.of("stored", "stored"), outcomes("inbox/"));
        String text = stack.keys("LibraryBucket").stream()
                .filter(key -> key.endsWith("-p" + ArticleExtractor.VERSION + ".json"))
                .map(this::text)
                .filter(each -> each.contains("Bridge open"))
                .findFirst()
                .orElseThrow();
        assertTrue(text.contains("\"parser\":" + ArticleExtractor.VERSION), text);
    }

    /** Makes an article what the parser before this one would have read. */
    private void readByEarlierParser(String words, String instead) {
        String id = stack.articleId(words);
        String version = String.valueOf(ArticleExtractor.VERSION);
        String earlier = String.valueOf(ArticleExtractor.VERSION - 1);
        String key = stack.keys("LibraryBucket").stream()
                .filter(each -> each.startsWith("articles/" + id + "/"))
                .findFirst()
                .orElseThrow();
        String text = text(key).replace(words, instead).replace("\"parser\":" + version, "\"parser\":" + earlier);
        stack.clients
                .s3()
                .putObject(
                        put -> put.bucket(stack.bucket("LibraryBucket"))
                                .key(key.replace("-p" + version + ".json", "-p" + earlier + ".json")),
                        RequestBody.fromString(text));
        lose("LibraryBucket", key);
        stack.clients.dynamodb().updateItem(update -> update.tableName(stack.name("ArticlesTable"))
                .key(Map.of("id", AttributeValue.fromS(id)))
                .updateExpression("SET #parser = :earlier")
                .expressionAttributeNames(Map.of("#parser", "parser"))
                .expressionAttributeValues(Map.of(":earlier", AttributeValue.fromN(earlier))));
        for (Message message : stack.receive("SummariseQueue", 10)) {
            stack.acknowledge("SummariseQueue", message); // Of the object that was put.
        }
    }

    private String text(String key) {
        return stack.clients
                .s3()
                .getObjectAsBytes(
                        get -> get.bucket(stack.bucket("LibraryBucket")).key(key))
                .asUtf8String();
    }

    private void reprocess(int perMinute) {
        Reprocessing run = Reprocessing.begun(
                Digest.base32("run"),
                Journey.START.minus(HOUR),
                stack.time(),
                true,
                perMinute,
                ArticleExtractor.VERSION,
                stack.time());
        new DynamoReprocessings(stack.clients.dynamodb(), stack.name("ControlTable"), stack.now::get).add(run);
        new SqsQueue<ReprocessJob>(stack.clients.sqs(), stack.queueUrl("ReprocessQueue"))
                .send(List.of(new ReprocessJob(run.id())));
        deliverer.settle();
    }

    @Test
    void articles_are_processed_again_and_those_that_come_out_otherwise_stored() {
        stack.upload("inbox/bridge.html", Journey.page("Bridge open"));
        stack.upload("inbox/mill.html", Journey.page("Mill sold"));
        deliverer.settle();
        lose("LibraryBucket", "articles/" + stack.articleId("Mill sold"));
        reprocess(Reprocessing.MOST_PER_MINUTE);
        assertTrue(query("GET /v1/reprocessings", Map.of(), "").toString().contains("\"complete\":true"));
    }
}
