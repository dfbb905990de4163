package app.lede.pipeline;

import app.lede.document.DocumentStore;
import app.lede.document.TraceId;
import app.lede.feed.Feed;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.fetch.UrlLedger;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import app.lede.websub.Intent;
import app.lede.websub.PushSignature;
import app.lede.websub.PushTopic;
import app.lede.websub.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Handles a hub's requests: verifies subscriptions and enqueues the entries of pushed feeds as a poll would.
 *
 * <p>Jobs are sent before the source is updated: after a failure the hub retries, and the ledger knows what was sent.
 * Thread safe.
 */
public final class ReceivePush {

    /** Maximum size of a push in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    private final SourceStore sources;
    private final NewEntries entries;
    private final FeedReader reader;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    public ReceivePush(
            SourceStore sources,
            UrlLedger ledger,
            DocumentStore documents,
            FeedReader reader,
            JobQueue<PollJob> polls,
            JobQueue<FetchJob> fetches,
            InstantSource clock) {
        this.sources = sources;
        this.entries = new NewEntries(ledger, documents, fetches, Optional.empty());
        this.reader = reader;
        this.polls = polls;
        this.clock = clock;
    }

    /** A known callback's source and subscription. */
    private record Opened(Source source, Subscription subscription) {}

    /** Answers a hub's verification or denial (WebSub, sections 5.2 and 5.3). */
    public PushResult intent(String token, Intent intent) {
        Optional<Opened> opened = opened(token);
        return opened.isEmpty() ? new PushResult.Unknown() : answer(opened.get(), intent);
    }

    private PushResult answer(Opened opened, Intent intent) {
        PushTopic asked = opened.subscription().topic();
        return switch (intent) {
            case Intent.Subscribe subscribe
            when opened.subscription().isMeant(subscribe.topic()) -> confirmed(opened, subscribe);
            case Intent.Denied denied when asked.topic().equals(denied.topic()) -> denied(opened, denied);
            case Intent.Subscribe subscribe -> new PushResult.Unwanted("nobody asked for " + subscribe.topic());
            case Intent.Denied denied -> new PushResult.Unwanted("nobody asked for " + denied.topic());
            case Intent.Other other -> new PushResult.Unwanted("nobody asks for mode " + other.mode());
        };
    }

    private PushResult confirmed(Opened opened, Intent.Subscribe subscribe) {
        Duration lease = subscribe.lease().orElse(Subscription.LEASE);
        Instant now = clock.instant();
        change(opened, subscription -> subscription.confirmed(now, lease));
        return new PushResult.Confirmed(subscribe.challenge(), lease);
    }

    private PushResult denied(Opened opened, Intent.Denied denied) {
        Instant now = clock.instant();
        change(opened, subscription -> subscription.denied(now, denied.reason()));
        return new PushResult.Denied(denied.reason());
    }

    private void change(Opened opened, UnaryOperator<Subscription> change) {
        sources.change(
                opened.source().id(),
                source -> source.subscribed(opened.subscription().key(), change));
    }

    /**
     * Processes a pushed feed (WebSub, section 7).
     *
     * @param signature the header X-Hub-Signature; null if missing
     */
    public PushResult push(String token, @Nullable String signature, @Nullable String contentType, byte[] body) {
        if (body.length > MAX_BYTES) {
            return new PushResult.TooLarge(body.length);
        }
        Optional<Opened> opened = opened(token);
        if (opened.isEmpty()) {
            return new PushResult.Unknown();
        }
        Source source = opened.get().source();
        Subscription subscription = opened.get().subscription();
        boolean signed = subscription.topic().isConfidential();
        if (signed && (signature == null || !PushSignature.matches(signature, body, subscription.secret()))) {
            sources.change(source.id(), Source::pushRefused);
            return new PushResult.BadSignature();
        }
        if (source.state() != Source.State.ACTIVE) {
            return new PushResult.Skipped(source.state().name().toLowerCase(Locale.ROOT));
        }
        if (!signed) {
            return prompted(source);
        }
        return switch (reader.read(body, contentType, subscription.topic().topic())) {
            case FeedReading.Read(Feed feed) ->
                taken(source, feed, TraceId.ofPush(source.id().value(), body));
            case FeedReading.Index index -> unreadable(source, "an index of sitemaps");
            case FeedReading.NotAFeed not -> unreadable(source, not.detail());
        };
    }

    /** Polls the feed, at most once a minute: pushes of a hub without a secret are unauthenticated. */
    private PushResult prompted(Source source) {
        // The minute after this one: this one's poll may be over, and came before the news.
        Instant planned = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        polls.send(List.of(new PollJob(source.id(), planned)));
        return new PushResult.Prompted();
    }

    private PushResult taken(Source source, Feed feed, TraceId trace) {
        Instant now = clock.instant();
        int found = entries.send(source, feed, trace, now);
        sources.change(source.id(), current -> current.pushed(found, now));
        return new PushResult.Taken(feed.items().size(), found);
    }

    private PushResult unreadable(Source source, String detail) {
        sources.change(source.id(), Source::pushRefused);
        return new PushResult.Unreadable(detail);
    }

    private Optional<Opened> opened(String segment) {
        return CallbackToken.parse(segment).flatMap(token -> sources.get(token.sourceId())
                .flatMap(source -> token.opened(source).map(subscription -> new Opened(source, subscription))));
    }
}
