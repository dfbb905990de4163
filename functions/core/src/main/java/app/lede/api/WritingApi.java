package app.lede.api;

import app.lede.article.Times;
import app.lede.feed.Opml;
import app.lede.feed.OpmlSource;
import app.lede.fetch.CanonicalUrl;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.ParseDocument;
import app.lede.pipeline.PollJob;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every writing route. Nothing here fetches: a new source is polled by poll-source, behind the guard. Thread safe. */
public final class WritingApi {

    private static final int MAX_URL = 2_048;
    private static final int MAX_NAME = 200;
    private static final int MAX_OPML_SOURCES = 2_000;

    private final SourceStore sources;
    private final JobQueue<PollJob> polls;
    private final UploadTickets tickets;
    private final Supplier<String> tokens;
    private final InstantSource clock;

    /**
     * The routes over their stores.
     *
     * @param tokens unguessable names for uploads
     */
    public WritingApi(
            SourceStore sources,
            JobQueue<PollJob> polls,
            UploadTickets tickets,
            Supplier<String> tokens,
            InstantSource clock) {
        this.sources = sources;
        this.polls = polls;
        this.tickets = tickets;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Answer answer(Request request) {
        return new Parameters(request, Set.of()).problem().orElseGet(() -> route(request));
    }

    private Answer route(Request request) {
        return switch (request.route()) {
            case "POST /v1/sources" -> add(request);
            case "PATCH /v1/sources/{id}" -> change(request);
            case "DELETE /v1/sources/{id}" -> remove(request);
            case "POST /v1/sources/opml" -> opml(request);
            case "POST /v1/documents" -> upload(request);
            default -> Problem.notFound("there is no route " + request.route());
        };
    }

    private Answer add(Request request) {
        Fields fields = new Fields(request, Set.of("url", "name"));
        Optional<String> url = fields.text("url", MAX_URL);
        Optional<String> name = fields.text("name", MAX_NAME);
        Optional<CanonicalUrl> canonical = url.flatMap(CanonicalUrl::of);
        if (canonical.isEmpty()) {
            fields.fault("url", "expected the http or https address of a feed or a site, without user name");
        }
        return fields.problem().orElseGet(() -> {
            SourceId id = SourceId.ofUrl(canonical.orElseThrow().value());
            boolean added = add(id, url.orElseThrow(), name.orElse(null));
            Source source = sources.get(id).orElseThrow();
            return Answer.json(added ? 201 : 200, SourceJson.of(source, clock.instant()))
                    .with("location", request.basePath() + "/v1/sources/" + id);
        });
    }

    /** False if it was there; a source that was never polled is polled at once, also when its first order was lost. */
    private boolean add(SourceId id, String url, @Nullable String name) {
        Instant now = clock.instant();
        boolean added = sources.add(Source.added(id, url, name, now));
        boolean polled = !added
                && sources.get(id)
                        .filter(source -> source.health().lastPollAt() != null)
                        .isPresent();
        if (!polled) {
            polls.send(List.of(new PollJob(id, now.truncatedTo(ChronoUnit.MINUTES))));
        }
        return added;
    }

    private Answer change(Request request) {
        Fields fields = new Fields(request, Set.of("paused", "name"));
        Optional<Boolean> paused = fields.flag("paused");
        Optional<String> name = fields.text("name", MAX_NAME);
        if (paused.isEmpty() && name.isEmpty()) {
            fields.fault("body", "nothing to change; give paused or name");
        }
        return fields.problem().orElseGet(() -> id(request)
                .flatMap(id -> sources.change(id, source -> {
                    Source named = name.map(source::withName).orElse(source);
                    return paused.map(pause -> pause ? Source.State.PAUSED : Source.State.ACTIVE)
                            .map(named::withState)
                            .orElse(named);
                }))
                .map(source -> Answer.json(200, SourceJson.of(source, clock.instant())))
                .orElseGet(() -> missing(request)));
    }

    private Answer remove(Request request) {
        boolean removed = id(request).map(sources::remove).orElse(false);
        return removed ? Answer.empty(204) : missing(request);
    }

    private Answer opml(Request request) {
        List<OpmlSource> outlines = Opml.read(request.body());
        if (outlines.isEmpty()) {
            return Problem.badRequest("body", "found no feeds; expected OPML with outlines that have an xmlUrl");
        }
        if (outlines.size() > MAX_OPML_SOURCES) {
            return Problem.tooLarge(
                    "the list has " + outlines.size() + " feeds; send at most " + MAX_OPML_SOURCES + " at a time");
        }
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        int added = 0;
        int known = 0;
        ArrayNode refused = JsonNodeFactory.instance.arrayNode();
        for (OpmlSource outline : outlines) {
            Optional<CanonicalUrl> canonical = CanonicalUrl.of(outline.xmlUrl());
            if (canonical.isEmpty()) {
                refused.add(outline.xmlUrl());
            } else if (add(SourceId.ofUrl(canonical.get().value()), outline.xmlUrl(), outline.title())) {
                added++;
            } else {
                known++;
            }
        }
        report.put("added", added).put("unchanged", known).set("refused", refused);
        return Answer.json(200, report);
    }

    private Answer upload(Request request) {
        Fields fields = new Fields(request, Set.of("name", "contentType", "size"));
        Optional<String> name = fields.text("name", MAX_NAME);
        Optional<String> type = fields.text("contentType", MAX_NAME);
        Optional<Long> size = fields.number("size", 1, ParseDocument.MAX_SIZE);
        if (name.isEmpty()) {
            fields.fault("name", "give the document's file name");
        }
        if (size.isEmpty()) {
            fields.fault("size", "give the document's size in bytes; the upload is signed for it");
        }
        return fields.problem().orElseGet(() -> {
            String key = "inbox/" + tokens.get() + "/" + fileName(name.orElseThrow());
            String contentType = type.orElse("application/octet-stream");
            UploadTickets.Ticket ticket = tickets.issue(key, contentType, size.orElseThrow());
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("key", key).put("method", "PUT").put("url", ticket.url());
            json.putObject("headers")
                    .put("content-type", contentType)
                    .put("content-length", Long.toString(size.orElseThrow()));
            json.put("expires", Times.sortable(ticket.expires()));
            return Answer.json(201, json);
        });
    }

    /** The last segment of a name, without what makes folders or control characters. */
    private static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "document" : last;
    }

    private static Optional<SourceId> id(Request request) {
        return Optional.of(request.variable("id")).filter(SourceId::isValid).map(SourceId::new);
    }

    private static Answer missing(Request request) {
        return Problem.notFound("there is no source " + Problem.cut(request.variable("id")));
    }
}
