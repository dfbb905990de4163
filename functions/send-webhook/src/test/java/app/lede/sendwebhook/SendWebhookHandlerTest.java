package app.lede.sendwebhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.alert.AlertJob;
import app.lede.alert.SendAlert;
import app.lede.alert.WebhookSender.Sent;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendWebhookHandlerTest {

    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();
    private final InMemoryQueue<AlertJob> deadLetters = new InMemoryQueue<>();
    private Sent answer = new Sent.Accepted(200);
    private final SendWebhookHandler handler = new SendWebhookHandler(
            new SendAlert(
                    searches,
                    new InMemoryArticles(),
                    new InMemoryArticleTexts(),
                    (url, headers, body) -> answer,
                    queue,
                    deadLetters,
                    InstantSource.fixed(Samples.NOON)),
            InstantSource.fixed(Samples.NOON));

    @Test
    void every_end_has_its_outcome_and_none_is_a_failed_message() throws IOException {
        assertEquals(List.of("obsolete"), outcomes());
        searches.add(new SavedSearch(
                new SearchId("b".repeat(52)),
                "all",
                "",
                Samples.NOON,
                "0",
                new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0"),
                0,
                false));
        assertEquals(List.of("delivered"), outcomes());
        answer = new Sent.Failed("status 503");
        assertEquals(List.of("postponed"), outcomes());
        assertEquals(1, queue.jobs().size());
        answer = new Sent.Blocked("private address");
        assertEquals(List.of("given-up"), outcomes());
        assertEquals(1, deadLetters.jobs().size());
    }

    private List<String> outcomes() throws IOException {
        Invocation invocation = Invocation.of(handler, EventFiles.read("send-webhook", "test"));
        assertEquals("{\"batchItemFailures\":[]}", invocation.answer().toString());
        return invocation.outcomes();
    }
}
