package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.dynamodb.DynamoSources;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.local.wiring.Deliverer.Asked;
import app.lede.source.Push;
import app.lede.source.SourceId;
import app.lede.testkit.LongRunning;
import app.lede.websub.PushTopic;
import app.lede.websub.Subscription;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sources that are changed and deleted, pages that fail or change, entries that were lost, and pushes. */
@LongRunning
class SourcePathsTest extends PathsFixture {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_source_is_changed_and_deleted_with_its_backfill() {
        site.feed("/changed.xml", "", "");
        String id = source("/changed.xml");
        deliverer.settle();
        manage("PATCH /v1/sources/{id}", Map.of("id", id), Json.object().put("paused", true));
        manage("PATCH /v1/sources/{id}", Map.of("id", id), Json.object().put("paused", false));
        manage("POST /v1/sources/{id}/backfill", Map.of("id", id), Json.object().put("pages", 2));
        deliverer.settle();
        manage("DELETE /v1/sources/{id}", Map.of("id", id), Json.object());
        assertEquals(List.of(), stack.items("SourcesTable"));
    }

    @Test
    void a_page_that_is_refused_has_its_outcome_and_one_whose_words_were_lost_too() {
        site.status("/closed.html", 403);
        site.status("/gone.html", 410);
        site.feed(
                "/feed.xml",
                "",
                site.item("Closed", "/closed.html", "")
                        + site.item("Gone", "/gone.html", "Words of the feed. ".repeat(40)));
        String unused = source("/feed.xml");
        deliverer.deliver("poll-source");
        lose("DocumentsBucket", "entries/");
        deliverer.settle();
        assertEquals(2, outcomes("").size(), () -> outcomes("").toString());
    }

    @Test
    void a_page_that_changes_is_fetched_again_and_one_that_goes_is_marked() {
        site.page("/bridge.html", Journey.page("Bridge open"));
        site.feed("/feed.xml", "", site.item("Bridge open", "/bridge.html", ""));
        String unused = source("/feed.xml");
        deliverer.settle();
        site.page("/bridge.html", Journey.page("Bridge closed"));
        lookAgain();
        site.page("/bridge.html", Journey.page("Bridge closed").replace("<h1>", "<h1 class=\"wide\">"));
        lookAgain();
        site.status("/bridge.html", 410);
        lookAgain();
        assertTrue(outcomes("web/").size() > 1, () -> outcomes("web/").toString());
    }

    /** Lets time pass until the next look at a page, and has it taken; the schedule would look at each minute until then. */
    private void lookAgain() {
        for (Map<String, AttributeValue> row : stack.items("ControlTable")) {
            String due = StillStack.text(row, "pk");
            if (due.startsWith("due#")) {
                stack.now.set(
                        Instant.ofEpochSecond(Long.parseLong(due.substring(4))).plus(HOUR));
                stack.remove("ControlTable", row);
                stack.clients.sqs().sendMessage(send -> send.queueUrl(stack.queueUrl("FetchQueue"))
                        .messageBody(StillStack.text(row, "job")));
            }
        }
        deliverer.settle();
    }

    @Test
    void a_signed_push_brings_its_entries_without_a_poll() throws GeneralSecurityException {
        site.page("/ferry.html", Journey.page("Ferry returns"));
        site.feed("/feed.xml", "", "");
        SourceId id = new SourceId(source("/feed.xml"));
        deliverer.settle();
        String key = Digest.base32("nobody can guess this");
        DynamoSources sources = new DynamoSources(stack.clients.dynamodb(), stack.name("SourcesTable"));
        Subscription active = Subscription.wanted(
                        new PushTopic("https://hub.example.net/", site.url("/feed.xml")), key, "secret", stack.time())
                .asked(stack.time());
        sources.change(id, source -> source.withPush(new Push(active, false, null, 0, 0)));
        String token = id + key;
        deliverer.ask(Asked.of("receive-push", "GET /v1/websub/{token}")
                .with("token", token)
                .query("hub.mode=subscribe&hub.challenge=c&hub.lease_seconds=864000&hub.topic="
                        + site.url("/feed.xml")));
        String body = "<rss version=\"2.0\"><channel><title>News</title>"
                + site.item("Ferry returns", "/ferry.html", "The ferry returns. ".repeat(30)) + "</channel></rss>";
        deliverer.ask(Asked.of("receive-push", "POST /v1/websub/{token}")
                .with("token", token)
                .header("content-type", "application/rss+xml")
                .header("x-hub-signature", "sha256=" + signature(body, "secret"))
                .body(body));
        deliverer.settle();
        assertPages("stored");
    }

    private static String signature(String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
