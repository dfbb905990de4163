package app.lede.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.hash.Digest;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import app.lede.websub.Intent;
import app.lede.websub.Subscription;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub and its subscriber, from a poll that meets a hub to pushes in place of polls. */
class WebSubTest {

    private static final URI FEED = URI.create("https://news.example.org/feed.xml");
    private static final String HUB = "https://hub.example.net/";
    private static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
    private static final Duration LEASE = Duration.ofDays(10);
    private static final String TOKEN = NEWS + Digest.base32("nobody can guess this");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final List<FetchRequest> forms = new ArrayList<>();
    private Instant now = Samples.NOON;
    private String feed = rss("one");
    private FetchOutcome answer = accepted(HUB);

    private final InMemoryHostGate gate = new InMemoryHostGate();
    private final PollSource polling = new PollSource(
            sources,
            ledger,
            new PoliteFetcher(this::answer, gate, new HostGaps(Duration.ofSeconds(5), Map.of()), () -> now),
            Samples.CALLBACKS,
            new FeedReader(),
            polls,
            fetches,
            () -> now);
    private final ReceivePush step = new ReceivePush(sources, ledger, new FeedReader(), fetches, () -> now);

    private static String rss(String... paths) {
        StringBuilder xml = new StringBuilder("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
                + "<title>News</title><atom:link rel='hub' href='" + HUB + "'/><atom:link rel='self' href='" + FEED
                + "'/>");
        for (String path : paths) {
            xml.append("<item><title>").append(path).append("</title><link>https://news.example.org/");
            xml.append(path).append("</link></item>");
        }
        return xml + "</channel></rss>";
    }

    private FetchOutcome answer(FetchRequest request) {
        if (request.form() == null) {
            return fetched(feed);
        }
        forms.add(request);
        return request.url().getHost().equals("new.example.net")
                ? accepted(request.url().toString())
                : answer;
    }

    private FetchOutcome fetched(String body, String... links) {
        HttpHeaders headers = new HttpHeaders(
                List.of(links).stream().map(link -> Map.entry("Link", link)).toList());
        HttpMeta meta = HttpMeta.of(200, headers, now);
        return new FetchOutcome.Fetched(FEED, FEED, List.of(), body.getBytes(UTF_8), meta);
    }

    private static FetchOutcome accepted(String hub) {
        HttpMeta meta = HttpMeta.of(202, new HttpHeaders(List.of()), Samples.NOON);
        return new FetchOutcome.Fetched(URI.create(hub), URI.create(hub), List.of(), new byte[0], meta);
    }

    private Source source() {
        return sources.get(NEWS).orElseThrow();
    }

    private Subscription subscription() {
        return Objects.requireNonNull(source().push().subscription());
    }

    private PollEnd poll() {
        now = now.plus(Duration.ofHours(1));
        return polling.poll(new PollJob(NEWS, now));
    }

    private PushEnd verify() {
        return step.intent(TOKEN, new Intent.Subscribe(FEED.toString(), "challenge", Optional.of(LEASE)));
    }

    private PushEnd push(String body) {
        return step.push(TOKEN, signed(body, subscription().secret()), "application/rss+xml", body.getBytes(UTF_8));
    }

    private static String signed(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parameter(FetchRequest request, String name) {
        return List.of(Objects.requireNonNull(request.form()).split("&")).stream()
                .map(field -> field.split("=", 2))
                .filter(field -> field[0].equals(name))
                .map(field -> URLDecoder.decode(field[1], UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void add_the_source() {
        sources.add(Source.added(NEWS, FEED.toString(), null, now));
    }

    @Test
    void a_poll_that_meets_a_hub_subscribes_there() {
        assertInstanceOf(PollEnd.Read.class, poll());
        FetchRequest form = forms.getFirst();
        assertEquals(URI.create(HUB), form.url());
        assertEquals("subscribe", parameter(form, "hub.mode"));
        assertEquals(FEED.toString(), parameter(form, "hub.topic"));
        assertEquals("https://api.example.org/v1/websub/" + TOKEN, parameter(form, "hub.callback"));
        assertEquals("864000", parameter(form, "hub.lease_seconds"));
        assertEquals(52, parameter(form, "hub.secret").length());
        assertEquals(Subscription.State.ASKED, subscription().state());
    }

    @Test
    void a_hub_may_ask_back_before_it_answers() {
        List<PushEnd> asked = new ArrayList<>();
        PollSource impatient = new PollSource(
                sources,
                ledger,
                new PoliteFetcher(
                        request -> {
                            if (request.form() != null) {
                                asked.add(verify());
                                return accepted(HUB);
                            }
                            return fetched(feed);
                        },
                        gate,
                        new HostGaps(Duration.ofSeconds(5), Map.of()),
                        () -> now),
                Samples.CALLBACKS,
                new FeedReader(),
                new InMemoryQueue<>(),
                fetches,
                () -> now);
        impatient.poll(new PollJob(NEWS, now));
        assertEquals(List.of(new PushEnd.Confirmed("challenge", LEASE)), asked);
        assertEquals(Subscription.State.ACTIVE, subscription().state());
    }

    @Test
    void a_push_is_taken_like_a_poll_and_makes_polls_rare() {
        poll();
        assertEquals(new PushEnd.Confirmed("challenge", LEASE), verify());
        assertEquals(new PushEnd.Taken(2, 1), push(rss("one", "two")));
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
        assertEquals(new PushEnd.Taken(2, 0), push(rss("one", "two")));
        assertEquals(2, fetches.jobs().size());
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

    @Test
    void half_of_a_lease_later_a_poll_renews_it_also_when_the_feed_is_unchanged() {
        poll();
        verify();
        now = now.plus(LEASE.dividedBy(2)).minusSeconds(3_601);
        assertInstanceOf(PollEnd.Unchanged.class, poll());
        assertEquals(1, forms.size());
        poll();
        assertEquals(2, forms.size());
        assertEquals(new PushEnd.Confirmed("challenge", LEASE), verify());
        assertEquals(now.plus(LEASE), subscription().leaseEnds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=00", "sha256", "md5=00"})
    void what_is_not_signed_is_counted_and_dropped(String signature) {
        poll();
        verify();
        byte[] body = rss("evil").getBytes(UTF_8);
        assertEquals(new PushEnd.BadSignature(), step.push(TOKEN, signature, null, body));
        assertEquals(new PushEnd.BadSignature(), step.push(TOKEN, null, null, body));
        assertEquals(1, fetches.jobs().size());
        assertEquals(2, source().push().ignored());
    }

    @Test
    void a_callback_that_nobody_was_given_is_unknown() {
        poll();
        for (String token : List.of("", "x", NEWS.value(), NEWS + "a".repeat(52), "a".repeat(104))) {
            assertEquals(new PushEnd.Unknown(), step.push(token, "sha256=00", null, new byte[0]));
            assertEquals(new PushEnd.Unknown(), step.intent(token, new Intent.Other("subscribe")));
        }
    }

    @Test
    void a_source_that_was_removed_has_no_callback_any_more() {
        poll();
        verify();
        sources.remove(NEWS);
        assertEquals(new PushEnd.Unknown(), step.push(TOKEN, "sha256=00", null, new byte[0]));
    }

    @Test
    void what_nobody_asked_for_is_not_confirmed() {
        poll();
        assertInstanceOf(
                PushEnd.Unwanted.class,
                step.intent(TOKEN, new Intent.Subscribe("https://evil.example/", "c", Optional.empty())));
        assertInstanceOf(PushEnd.Unwanted.class, step.intent(TOKEN, new Intent.Other("unsubscribe")));
        verify();
        assertInstanceOf(PushEnd.Unwanted.class, verify(), "confirmed, and not asked for again");
    }

    @Test
    void a_hub_that_denies_is_left_alone_for_a_month() {
        poll();
        assertEquals(new PushEnd.Denied("no"), step.intent(TOKEN, new Intent.Denied(FEED.toString(), "no")));
        assertEquals(Subscription.State.DENIED, subscription().state());
        assertEquals(now.plus(Duration.ofDays(30)), subscription().askAgainAt());
    }

    @Test
    void a_push_that_is_no_feed_is_counted() {
        poll();
        verify();
        assertInstanceOf(PushEnd.Unreadable.class, push("<html><body>maintenance</body></html>"));
        assertEquals(1, source().push().ignored());
        assertFalse(source().push().isTrusted());
    }

    @Test
    void a_push_beyond_a_megabyte_is_too_large() {
        poll();
        byte[] body = new byte[ReceivePush.MAX_BYTES + 1];
        assertEquals(new PushEnd.TooLarge(body.length), step.push(TOKEN, "sha256=00", null, body));
    }

    @Test
    void a_paused_source_takes_no_pushes() {
        poll();
        verify();
        sources.change(NEWS, current -> current.withState(Source.State.PAUSED));
        assertEquals(new PushEnd.Skipped("paused"), push(rss("two")));
        assertEquals(1, fetches.jobs().size());
    }

    @Test
    void a_hub_that_refuses_is_asked_again_later() {
        answer = new FetchOutcome.Refused(URI.create(HUB), 404, "status 404");
        poll();
        assertEquals(Subscription.State.REFUSED, subscription().state());
        assertEquals("answered 404", subscription().detail());
        poll();
        assertEquals(2, forms.size());
        poll();
        assertEquals(2, forms.size());
    }

    @Test
    void a_hub_that_is_a_private_address_is_refused_by_the_fence() {
        answer = new FetchOutcome.Blocked(HUB, "private address");
        poll();
        assertEquals("blocked: private address", subscription().detail());
    }

    @Test
    void a_hub_s_turn_is_waited_for_on_the_queue() {
        Instant polled = now.plus(Duration.ofHours(1));
        HostGate.Admission.Entered place = assertInstanceOf(
                HostGate.Admission.Entered.class, gate.enter("hub.example.net", Duration.ofSeconds(5), polled));
        gate.leave(place, polled.plusSeconds(5));
        poll();
        assertEquals(List.of(), forms);
        assertEquals(0, subscription().attempts());
        InMemoryQueue.Sent<PollJob> later = polls.sent().getFirst();
        now = now.plus(later.delay());
        assertEquals(new PollEnd.Subscribing(HUB), polling.poll(later.job()));
        assertEquals(1, forms.size());
        assertEquals(new PollEnd.Skipped("polled already"), polling.poll(later.job()));
        assertEquals(1, forms.size());
    }

    @Test
    void a_hub_that_moved_is_asked_where_it_is_now() {
        answer = new FetchOutcome.Moved(
                URI.create(HUB),
                List.of(new Redirect(URI.create(HUB), 307, URI.create("https://new.example.net/hub"))));
        poll();
        assertEquals(URI.create("https://new.example.net/hub"), forms.get(1).url());
        assertEquals(Subscription.State.ASKED, subscription().state());
    }

    @Test
    void a_redirect_that_would_turn_the_form_into_a_page_is_a_refusal() {
        answer = new FetchOutcome.Moved(
                URI.create(HUB),
                List.of(new Redirect(URI.create(HUB), 302, URI.create("https://new.example.net/hub"))));
        poll();
        assertEquals(1, forms.size());
        assertEquals("redirects to https://new.example.net/hub", subscription().detail());
    }

    @Test
    void the_hub_of_a_link_header_comes_before_the_feed_s_own() {
        PollSource linked = new PollSource(
                sources,
                ledger,
                new PoliteFetcher(
                        request -> {
                            if (request.form() != null) {
                                forms.add(request);
                                return accepted(HUB);
                            }
                            return fetched(feed, "</hub>; rel=hub, <https://news.example.org/all>; rel=self");
                        },
                        gate,
                        new HostGaps(Duration.ofSeconds(5), Map.of()),
                        () -> now),
                Samples.CALLBACKS,
                new FeedReader(),
                new InMemoryQueue<>(),
                fetches,
                () -> now);
        now = now.plusSeconds(60);
        linked.poll(new PollJob(NEWS, now));
        assertEquals("https://news.example.org/hub", subscription().topic().hub());
        assertEquals("https://news.example.org/all", subscription().topic().topic());
    }
}
