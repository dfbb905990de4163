package app.lede.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.TraceId;
import app.lede.feed.FeedReader;
import app.lede.source.Source;
import app.lede.testkit.InMemoryLedger;
import app.lede.websub.Intent;
import app.lede.websub.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivePushTest extends WebSubScenario {

    @Test
    void a_push_is_taken_like_a_poll_and_makes_polls_rare() {
        poll();
        assertEquals(new PushResult.Confirmed("challenge", LEASE), verify());
        assertEquals(new PushResult.Taken(2, 1), push(rss("one", "two")));
        assertEquals(
                List.of("https://news.example.org/one", "https://news.example.org/two"),
                fetches.jobs().stream().map(FetchJob::url).toList());
        assertEquals(1_440, source().schedule().interval());
        assertEquals(2, source().health().entries());
    }

    @Test
    void a_push_that_comes_twice_brings_nothing_twice() {
        poll();
        verify();
        push(rss("one", "two"));
        assertEquals(new PushResult.Taken(2, 0), push(rss("one", "two")));
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void a_push_that_comes_again_later_has_the_same_trace_and_another_body_has_another() {
        poll();
        verify();
        fetches.take();
        List<TraceId> traces = new ArrayList<>();
        for (String body : List.of(rss("one"), rss("one"), rss("two"))) {
            now = now.plus(Duration.ofMinutes(1));
            // A ledger of its own: the first call died before it noted what it had sent.
            new ReceivePush(sources, new InMemoryLedger(), documents, new FeedReader(), polls, fetches, () -> now)
                    .push(TOKEN, signed(body, subscription().secret()), "application/rss+xml", body.getBytes(UTF_8));
            fetches.take().forEach(job -> traces.add(Objects.requireNonNull(job.trace())));
        }
        assertEquals(3, traces.size());
        assertEquals(traces.get(0), traces.get(1));
        assertNotEquals(traces.get(0), traces.get(2));
    }

    @Test
    void a_poll_that_finds_what_the_hub_missed_goes_back_to_polling() {
        poll();
        verify();
        push(rss("one", "two"));
        feed = rss("one", "two", "three");
        poll();
        assertFalse(source().push().isTrusted());
        push(rss("four"));
        assertTrue(source().push().isTrusted());
    }

    @Test
    void a_poll_that_finds_nothing_new_goes_on_relying_on_the_hub() {
        poll();
        verify();
        push(rss("one", "two"));
        feed = rss("one", "two");
        poll();
        assertTrue(source().push().isTrusted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=00", "sha256", "md5=00"})
    void what_is_not_signed_is_counted_and_dropped(String signature) {
        poll();
        verify();
        byte[] body = rss("evil").getBytes(UTF_8);
        assertEquals(new PushResult.BadSignature(), step.push(TOKEN, signature, null, body));
        assertEquals(new PushResult.BadSignature(), step.push(TOKEN, null, null, body));
        assertEquals(1, fetches.jobs().size());
        assertEquals(2, source().push().ignored());
    }

    @Test
    void a_callback_that_nobody_was_given_is_unknown() {
        poll();
        for (String token : List.of("", "x", NEWS.value(), NEWS + "a".repeat(52), "a".repeat(104))) {
            assertEquals(new PushResult.Unknown(), step.push(token, "sha256=00", null, new byte[0]));
            assertEquals(new PushResult.Unknown(), step.intent(token, new Intent.Other("subscribe")));
        }
    }

    @Test
    void a_source_that_was_removed_has_no_callback_any_more() {
        poll();
        verify();
        sources.remove(NEWS);
        assertEquals(new PushResult.Unknown(), step.push(TOKEN, "sha256=00", null, new byte[0]));
    }

    @Test
    void what_nobody_asked_for_is_not_confirmed() {
        poll();
        assertInstanceOf(
                PushResult.Unwanted.class,
                step.intent(TOKEN, new Intent.Subscribe("https://evil.example/", "c", Optional.empty())));
        assertInstanceOf(PushResult.Unwanted.class, step.intent(TOKEN, new Intent.Other("unsubscribe")));
        verify();
        assertInstanceOf(PushResult.Unwanted.class, verify(), "confirmed, and not asked for again");
    }

    @Test
    void a_hub_that_denies_is_left_alone_for_a_month() {
        poll();
        assertEquals(new PushResult.Denied("no"), step.intent(TOKEN, new Intent.Denied(FEED.toString(), "no")));
        assertEquals(Subscription.State.DENIED, subscription().state());
        assertEquals(now.plus(Duration.ofDays(30)), subscription().askAgainAt());
    }

    @Test
    void a_push_that_is_no_feed_is_counted() {
        poll();
        verify();
        assertInstanceOf(PushResult.Unreadable.class, push("<html><body>maintenance</body></html>"));
        assertEquals(1, source().push().ignored());
        assertFalse(source().push().isTrusted());
    }

    @Test
    void a_push_beyond_a_megabyte_is_too_large() {
        poll();
        byte[] body = new byte[ReceivePush.MAX_BYTES + 1];
        assertEquals(new PushResult.TooLarge(body.length), step.push(TOKEN, "sha256=00", null, body));
    }

    @Test
    void a_paused_source_takes_no_pushes() {
        poll();
        verify();
        sources.change(NEWS, current -> current.withState(Source.State.PAUSED));
        assertEquals(new PushResult.Skipped("paused"), push(rss("two")));
        assertEquals(1, fetches.jobs().size());
    }

    @Test
    void a_hub_without_tls_is_given_no_secret_and_its_pushes_only_prompt_a_poll() {
        feed = rss("one").replace("https://hub", "http://hub");
        poll();
        assertFalse(Objects.requireNonNull(forms.getFirst().form()).contains("hub.secret"));
        assertEquals("http://hub.example.net/", subscription().topic().hub());
        verify();
        byte[] body = rss("forged").getBytes(UTF_8);
        assertEquals(new PushResult.Prompted(), step.push(TOKEN, null, null, body));
        assertEquals(1, fetches.jobs().size());
        assertEquals(1, polls.take().size());
        assertFalse(source().push().isTrusted());
    }
}
