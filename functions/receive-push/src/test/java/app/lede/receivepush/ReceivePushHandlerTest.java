package app.lede.receivepush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.ReceivePush;
import app.lede.source.Etiquette;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.websub.PushTopic;
import app.lede.websub.Subscription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivePushHandlerTest {

    private static final Instant NOW = Samples.NOON;
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(FEED);
    private static final String KEY = Digest.base32("the key of an event");

    private static final Map<String, String> OUTCOMES = Map.of(
            "hub-asks-back", "confirmed",
            "hub-denies", "denied",
            "push", "taken",
            "push-base64", "taken",
            "push-without-a-signature", "bad-signature");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InstantSource clock = InstantSource.fixed(NOW);

    static List<String> events() {
        return EventFiles.cases("receive-push");
    }

    @BeforeEach
    void subscribe() {
        Subscription wanted = Subscription.wanted(
                new PushTopic("https://hub.example.net/", FEED), KEY, "the secret of an event", NOW);
        Poll.Answered answer = new Poll.Answered(Validators.NONE, PublisherHints.NOTHING, Etiquette.ofBody(1, 1), null);
        Poll read = new Poll.Read(answer, PublicationFrequency.UNKNOWN, 0, 0, null, wanted);
        sources.add(Source.added(NEWS, FEED, null, NOW)
                .after(read, NOW, NOW)
                .subscribed(KEY, subscription -> subscription.asked(NOW)));
    }

    private Invocation invoke(byte[] event) throws IOException {
        return invoke(sources, event);
    }

    private Invocation invoke(SourceStore store, byte[] event) throws IOException {
        UrlLedger ledger = new InMemoryLedger();
        return Invocation.of(
                new ReceivePushHandler(
                        new ReceivePush(
                                store,
                                ledger,
                                new InMemoryDocuments(),
                                new FeedReader(),
                                new InMemoryQueue<>(),
                                fetches,
                                clock),
                        clock),
                event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_outcome_and_one_line(String event) throws IOException {
        Invocation invocation = invoke(EventFiles.read("receive-push", event));
        assertEquals(List.of(OUTCOMES.getOrDefault(event, "?")), invocation.outcomes());
        assertEquals(
                event.equals("hub-asks-back") ? 200 : 204,
                invocation.answer().path("statusCode").asInt());
    }

    @Test
    void the_challenge_is_said_back_as_plain_text_that_no_browser_takes_for_more() throws IOException {
        Invocation invocation = invoke(EventFiles.read("receive-push", "hub-asks-back"));
        assertEquals("5rZTJaYbWvK0", invocation.answer().path("body").asText());
        assertEquals(
                "text/plain; charset=utf-8",
                invocation.answer().at("/headers/content-type").asText());
        assertEquals(
                "nosniff",
                invocation.answer().at("/headers/x-content-type-options").asText());
    }

    @Test
    void what_is_pushed_is_fetched_and_what_is_not_signed_is_not() throws IOException {
        invoke(EventFiles.read("receive-push", "push-without-a-signature"));
        assertEquals(List.of(), fetches.jobs());
        invoke(EventFiles.read("receive-push", "push"));
        assertEquals(
                List.of("https://news.example.org/ferry"),
                fetches.jobs().stream().map(FetchJob::url).toList());
    }

    @Test
    void a_callback_that_nobody_knows_is_gone_for_pushes_and_not_found_for_questions() throws IOException {
        sources.remove(NEWS);
        Invocation push = invoke(EventFiles.read("receive-push", "push"));
        assertEquals(410, push.answer().path("statusCode").asInt());
        assertEquals(
                404,
                invoke(EventFiles.read("receive-push", "hub-asks-back"))
                        .answer()
                        .path("statusCode")
                        .asInt());
        assertEquals(List.of("unknown"), push.outcomes());
    }

    @Test
    void more_than_a_megabyte_is_too_large() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("receive-push", "push"));
        event.put("body", "x".repeat(ReceivePush.MAX_BYTES + 1));
        Invocation invocation = invoke(Json.bytes(event));
        assertEquals(413, invocation.answer().path("statusCode").asInt());
        assertEquals(List.of("too-large"), invocation.outcomes());
    }

    @Test
    void the_log_shows_neither_the_token_nor_the_secret() throws IOException {
        for (String event : events()) {
            String lines =
                    invoke(EventFiles.read("receive-push", event)).lines().toString();
            assertFalse(lines.contains(KEY), lines);
            assertFalse(lines.contains("the secret"), lines);
            assertTrue(lines.contains("/v1/websub/{token}"), lines);
        }
    }

    @Test
    void a_hub_is_told_of_what_breaks_here_so_that_it_comes_again() throws IOException {
        SourceStore broken = new SourceStore() {
            @Override
            public boolean add(Source source) {
                throw new IllegalStateException("down");
            }

            @Override
            public Optional<Source> get(SourceId id) {
                throw new IllegalStateException("down");
            }

            @Override
            public Optional<Source> change(SourceId id, UnaryOperator<Source> change) {
                throw new IllegalStateException("down");
            }

            @Override
            public boolean remove(SourceId id) {
                throw new IllegalStateException("down");
            }
        };
        Invocation invocation = invoke(broken, EventFiles.read("receive-push", "push"));
        assertEquals(500, invocation.answer().path("statusCode").asInt());
        assertEquals(List.of("failed"), invocation.outcomes());
        String error = invocation.lines().getFirst().path("error").asText();
        assertTrue(error.startsWith("down (IllegalStateException, by app.lede."), error);
    }
}
