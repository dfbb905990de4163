package app.lede.api;

import app.lede.feed.FeedScheme;
import app.lede.fetch.CanonicalUrl;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds, changes, removes and polls one source. Thread safe. */
final class SourceChanges {

    static final int MAX_URL = 2_048;
    static final int MAX_NAME = 200;

    /** The fault of an address that can't be polled. */
    static final String NO_ADDRESS = "expected the http or https address of a feed or a site, without user name, of at"
            + " most " + MAX_URL + " characters";

    private final SourceStore sources;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    SourceChanges(SourceStore sources, JobQueue<PollJob> polls, InstantSource clock) {
        this.sources = sources;
        this.polls = polls;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/sources}. */
    Answer add(Request request) {
        Fields fields = new Fields(request, Set.of("url", "name"));
        Optional<String> url = fields.text("url", MAX_URL).map(FeedScheme::web);
        Optional<String> name = fields.text("name", MAX_NAME);
        Optional<CanonicalUrl> canonical = url.flatMap(CanonicalUrl::of);
        if (canonical.isEmpty() && (url.isPresent() || !fields.has("url"))) {
            fields.fault("url", NO_ADDRESS);
        }
        return fields.problem().orElseGet(() -> {
            SourceId id = SourceId.ofUrl(canonical.orElseThrow().value());
            Source wanted = Source.added(id, url.orElseThrow(), name.orElse(null), clock.instant());
            boolean added = sources.add(wanted);
            Source source = added ? wanted : sources.get(id).orElse(wanted);
            if (isUnpolled(source)) {
                order(id);
            }
            return Answer.json(added ? 201 : 200, SourceJson.of(source, clock.instant()))
                    .with("location", request.basePath() + "/v1/sources/" + id);
        });
    }

    /** Tests whether a source needs its first poll, also after an earlier job was lost. */
    static boolean isUnpolled(Source source) {
        return source.health().lastPollAt() == null;
    }

    private void order(SourceId id) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        polls.send(List.of(new PollJob(id, minute)));
    }

    /** Handles {@code PATCH /v1/sources/{id}}. */
    Answer change(Request request) {
        Fields fields = new Fields(request, Set.of("paused", "name"));
        Optional<Boolean> paused = fields.flag("paused");
        Optional<String> name = fields.text("name", MAX_NAME);
        if (!fields.has("paused") && !fields.has("name")) {
            fields.fault("body", "nothing to change; give paused or name");
        }
        return fields.problem().orElseGet(() -> id(request)
                .flatMap(id -> sources.change(id, source -> {
                    Source named = name.map(source::withName).orElse(source);
                    return paused.map(pause -> pause ? named.paused() : named.resumed(clock.instant()))
                            .orElse(named);
                }))
                .map(source -> Answer.json(200, SourceJson.of(source, clock.instant())))
                .orElseGet(() -> missing(request)));
    }

    /** Handles {@code DELETE /v1/sources/{id}}. */
    Answer remove(Request request) {
        boolean removed = id(request).map(sources::remove).orElse(false);
        return removed ? Answer.empty(204) : missing(request);
    }

    /**
     * Handles {@code POST /v1/sources/{id}/poll}: enqueues a poll, which waits for its host's time slot like any other.
     */
    Answer poll(Request request) {
        return id(request)
                .flatMap(sources::get)
                .map(source -> switch (source.state()) {
                    case ACTIVE -> {
                        order(source.id());
                        yield Answer.json(202, SourceJson.of(source, clock.instant()))
                                .with("location", request.basePath() + "/v1/sources/" + source.id());
                    }
                    case PAUSED -> Problem.conflict("the source is paused; let it go on first");
                    case GONE ->
                        Problem.conflict("the publisher has taken the feed away (410); it is not asked any more");
                })
                .orElseGet(() -> missing(request));
    }

    private static Optional<SourceId> id(Request request) {
        return Optional.of(request.variable("id")).filter(SourceId::isValid).map(SourceId::new);
    }

    private static Answer missing(Request request) {
        return Problem.notFound("there is no source " + Problem.cut(request.variable("id")));
    }
}
