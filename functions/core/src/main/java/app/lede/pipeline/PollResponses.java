package app.lede.pipeline;

import app.lede.feed.Feed;
import app.lede.feed.FeedHints;
import app.lede.feed.FeedItem;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.HttpMeta;
import app.lede.hash.Digest;
import app.lede.source.Etiquette;
import app.lede.source.Poll;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts HTTP responses and feed heads to the input of {@link Source#after}. */
final class PollResponses {

    private PollResponses() {}

    /** Converts a feed that was read. */
    static Poll.Answered of(Source source, FetchOutcome.Fetched fetched, FeedHints hints, Instant now) {
        PublisherHints stated = new PublisherHints(
                minutes(hints.ttl()),
                minutes(hints.updatePeriod()),
                minutes(fetched.meta().freshFor().orElse(null)),
                hints.skipHours(),
                hints.skipDays());
        Etiquette cost = Etiquette.ofBody(requests(fetched.redirects()), fetched.body().length);
        return new Poll.Answered(validators(source, fetched, now), stated, cost, movedTo(fetched.redirects()));
    }

    /** Converts the sitemaps of an index. They change independently of it, so its validators are not kept. */
    static Poll.Answered of(Source source, FollowUps sitemaps) {
        Etiquette cost = Etiquette.ofBody(sitemaps.requests(), sitemaps.bytes());
        return new Poll.Answered(Validators.NONE, source.schedule().adaptive().hints(), cost, null);
    }

    /** Converts an unchanged body. */
    static Poll.Answered ofSameBody(Source source, FetchOutcome.Fetched fetched, Instant now) {
        Etiquette cost = Etiquette.ofSameBody(requests(fetched.redirects()), fetched.body().length);
        return new Poll.Answered(
                validators(source, fetched, now), hints(source, fetched.meta()), cost, movedTo(fetched.redirects()));
    }

    /** Converts a 304; keeps the old validators if it has none. */
    static Poll.Answered of(Source source, FetchOutcome.NotModified same) {
        Validators known = source.validators();
        Etiquette cost = Etiquette.ofNotModified(requests(same.redirects()), known.bytes());
        return new Poll.Answered(known, hints(source, same.meta()), cost, movedTo(same.redirects()));
    }

    /** Returns the publication dates of a feed's entries. */
    static List<Instant> dates(Feed feed) {
        return feed.items().stream()
                .map(FeedItem::published)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Validators validators(Source source, FetchOutcome.Fetched fetched, Instant now) {
        HttpMeta meta = fetched.meta();
        return source.validators()
                .with(
                        meta.etag().orElse(null),
                        meta.lastModified().orElse(null),
                        Digest.hex(fetched.body()),
                        fetched.body().length,
                        now);
    }

    /** Returns the hints of the last feed read, with the freshness of this response if it states one. */
    private static PublisherHints hints(Source source, HttpMeta meta) {
        PublisherHints known = source.schedule().adaptive().hints();
        return meta.freshFor()
                .map(PublisherHints::minutes)
                .map(known::withFreshFor)
                .orElse(known);
    }

    private static @Nullable Integer minutes(@Nullable Duration duration) {
        return duration == null ? null : PublisherHints.minutes(duration);
    }

    private static int requests(List<Redirect> redirects) {
        return 1 + redirects.size();
    }

    /** Returns the target of leading permanent redirects; anything after a temporary one may change. */
    private static @Nullable String movedTo(List<Redirect> redirects) {
        Stream<Redirect> forGood = redirects.stream().takeWhile(Redirect::isPermanent);
        return forGood.reduce((first, next) -> next)
                .map(last -> last.target().toString())
                .orElse(null);
    }
}
