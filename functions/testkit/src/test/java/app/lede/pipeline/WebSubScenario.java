package app.lede.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.hash.Digest;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocuments;
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

/** A feed, its hub and the subscriber; enqueued calls reach the hub at once. */
abstract class WebSubScenario {

    static final URI FEED = URI.create("https://news.example.org/feed.xml");
    static final String HUB = "https://hub.example.net/";
    static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
    static final Duration LEASE = Duration.ofDays(10);
    static final String TOKEN = NEWS + Digest.base32("nobody can guess this");

    final InMemorySources sources = new InMemorySources();
    final InMemoryDocuments documents = new InMemoryDocuments();
    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    final List<FetchRequest> forms = new ArrayList<>();
    Instant now = Samples.NOON;
    String feed = rss("one");
    FetchOutcome answer = accepted(HUB);
    List<String> links = List.of();
    Runnable beforeTheHubAnswers = () -> {};

    final InMemoryHostGate gate = new InMemoryHostGate();
    final PollSource polling = new PollSource(
            sources,
            ledger,
            documents,
            new PoliteFetcher(this::answer, gate, new HostGaps(Duration.ofSeconds(5), Map.of()), () -> now),
            Samples.CALLBACKS,
            new FeedReader(),
            polls,
            fetches,
            () -> now);
    final ReceivePush step = new ReceivePush(sources, ledger, documents, new FeedReader(), polls, fetches, () -> now);

    static String rss(String... paths) {
        StringBuilder xml = new StringBuilder("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
                + "<title>News</title><atom:link rel='hub' href='" + HUB + "'/><atom:link rel='self' href='" + FEED
                + "'/>");
        for (String path : paths) {
            xml.append("<item><title>").append(path).append("</title><link>https://news.example.org/");
            xml.append(path).append("</link></item>");
        }
        return xml + "</channel></rss>";
    }

    FetchOutcome answer(FetchRequest request) {
        if (request.form() == null) {
            return fetched(feed, links);
        }
        forms.add(request);
        beforeTheHubAnswers.run();
        return request.url().getHost().equals("new.example.net")
                ? accepted(request.url().toString())
                : answer;
    }

    FetchOutcome fetched(String body, List<String> links) {
        HttpHeaders headers = new HttpHeaders(
                links.stream().map(link -> Map.entry("Link", link)).toList());
        HttpMeta meta = HttpMeta.of(200, headers, now);
        return new FetchOutcome.Fetched(FEED, FEED, List.of(), body.getBytes(UTF_8), meta);
    }

    static FetchOutcome accepted(String hub) {
        HttpMeta meta = HttpMeta.of(202, new HttpHeaders(List.of()), Samples.NOON);
        return new FetchOutcome.Fetched(URI.create(hub), URI.create(hub), List.of(), new byte[0], meta);
    }

    Source source() {
        return sources.get(NEWS).orElseThrow();
    }

    Subscription subscription() {
        return Objects.requireNonNull(source().push().subscription());
    }

    PollResult poll() {
        now = now.plus(Duration.ofHours(1));
        PollResult end = polling.poll(new PollJob(NEWS, now));
        polls.take().forEach(polling::poll);
        return end;
    }

    PushResult verify() {
        return step.intent(TOKEN, new Intent.Subscribe(FEED.toString(), "challenge", Optional.of(LEASE)));
    }

    PushResult push(String body) {
        return step.push(TOKEN, signed(body, subscription().secret()), "application/rss+xml", body.getBytes(UTF_8));
    }

    static String signed(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String parameter(FetchRequest request, String name) {
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
}
