package app.lede.pipeline;

import app.lede.feed.FeedHints;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.WebUrl;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import app.lede.websub.PushTopic;
import app.lede.websub.Subscription;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes sources to WebSub hubs (W3C Recommendation of 23 January 2018, section 5) and renews leases that are half over. A
 * hub is a host like any other, behind the guard and the host gate.
 *
 * <p>Each poll that finds its source's subscription due enqueues a call for the hub, so the schedule of polls renews leases
 * too. Thread safe.
 */
final class Subscriber {

    /** Maximum number of redirects followed for a hub. */
    private static final int MOST_MOVES = 2;

    private final SourceStore sources;
    private final PoliteFetcher fetcher;
    private final Callbacks callbacks;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    Subscriber(
            SourceStore sources,
            PoliteFetcher fetcher,
            Callbacks callbacks,
            JobQueue<PollJob> polls,
            InstantSource clock) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.callbacks = callbacks;
        this.polls = polls;
        this.clock = clock;
    }

    /**
     * Returns the subscription a feed offers, in its Link headers or else its content (section 4); the topic is the
     * feed's own address if it names none. Null if it names no hub.
     */
    @Nullable
    Subscription offered(Fetched feed, FeedHints hints) {
        Optional<String> hub =
                linked(feed, "hub").or(() -> hints.hubs().stream().findFirst()).filter(Subscriber::isAddress);
        String topic = linked(feed, "self")
                .or(() -> Optional.ofNullable(hints.self()))
                .filter(Subscriber::isAddress)
                .orElse(feed.url().toString());
        return hub.flatMap(WebUrl::of)
                .map(address -> Subscription.wanted(
                        new PushTopic(address.toString(), topic),
                        callbacks.secrets().get(),
                        callbacks.secrets().get(),
                        clock.instant()))
                .orElse(null);
    }

    /**
     * Requests or renews a subscription if due. A hub whose turn is further off than a queue can delay is asked after
     * the next poll.
     */
    PollResult subscribe(Source source, PollJob job) {
        Subscription subscription = source.push().subscription();
        Instant now = clock.instant();
        if (subscription == null || !subscription.isDue(now)) {
            return new PollResult.Skipped("the hub was asked already");
        }
        ask(source, subscription)
                .filter(until -> !until.isAfter(now.plus(JobQueue.LONGEST_DELAY)))
                .ifPresent(until -> polls.sendLater(job, JobQueue.delayUntil(until, now)));
        return new PollResult.Subscribing(subscription.topic().hub());
    }

    /** Answers the moment to ask again, where it was not our turn at the hub. */
    private Optional<Instant> ask(Source source, Subscription due) {
        // Before the request, since a hub may verify before it responds.
        change(source, due, subscription -> subscription.asked(clock.instant()));
        URI hub = URI.create(due.topic().hub()); // stored as WebUrl writes it
        for (int moves = 0; moves <= MOST_MOVES; moves++) {
            switch (fetcher.fetch(FetchRequest.form(hub, form(source, due)))) {
                case PoliteFetcher.Answer.Wait(Instant until) -> {
                    change(source, due, subscription -> subscription.postponed(until));
                    return Optional.of(until);
                }
                case PoliteFetcher.Answer.Got(FetchOutcome.Moved moved)
                when moved.redirects().getLast().keepsMethod() ->
                    hub = moved.redirects().getLast().target();
                case PoliteFetcher.Answer.Got(Fetched taken) -> {
                    return Optional.empty();
                }
                case PoliteFetcher.Answer.Got(FetchOutcome outcome) -> {
                    change(source, due, subscription -> subscription.refused(reason(outcome)));
                    return Optional.empty();
                }
            }
        }
        change(source, due, subscription -> subscription.refused("redirects more than " + MOST_MOVES + " times"));
        return Optional.empty();
    }

    private void change(Source source, Subscription subscription, UnaryOperator<Subscription> change) {
        sources.change(source.id(), current -> current.subscribed(subscription.key(), change));
    }

    private Map<String, String> form(Source source, Subscription due) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", due.topic().topic());
        form.put("hub.callback", callbacks.address() + new CallbackToken(source.id(), due.key()));
        if (due.topic().isConfidential()) {
            form.put("hub.secret", due.secret());
        }
        form.put("hub.lease_seconds", Long.toString(Subscription.LEASE.toSeconds()));
        return form;
    }

    private static String reason(FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> "answered " + fetched.meta().status();
            case FetchOutcome.NotModified same -> "answered 304";
            case FetchOutcome.Moved moved ->
                "redirects to " + moved.redirects().getLast().target();
            case FetchOutcome.Gone gone -> "answered " + gone.status();
            case FetchOutcome.Refused refused -> "answered " + refused.status();
            case FetchOutcome.Later later -> "answered " + later.status();
            case FetchOutcome.Blocked blocked -> "blocked: " + blocked.reason();
            case FetchOutcome.TooLarge large -> large.detail();
            case FetchOutcome.Failed failed -> failed.detail();
        };
    }

    private static Optional<String> linked(Fetched feed, String relation) {
        return feed.meta().links().stream()
                .filter(link -> link.relations().contains(relation))
                .flatMap(link -> link.from(feed.url()).stream())
                .findFirst();
    }

    private static boolean isAddress(String text) {
        return text.length() <= WebUrl.MAX_LENGTH && WebUrl.of(text).isPresent();
    }
}
