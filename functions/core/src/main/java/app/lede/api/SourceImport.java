package app.lede.api;

import app.lede.feed.Opml;
import app.lede.feed.OpmlSource;
import app.lede.fetch.CanonicalUrl;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.source.Schedule;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Adds the feeds of a subscription list, some hundreds at once, and reports on each. Thread safe. */
final class SourceImport {

    private static final int MAX_SOURCES = 2_000;
    private static final int STRETCH = 400;
    private static final int POLLED_AT_ONCE = 100;

    /** Maximum duration of an import, within the API's 29 s; the rest of the list is reported as left. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SourceStore sources;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    SourceImport(SourceStore sources, JobQueue<PollJob> polls, InstantSource clock) {
        this.sources = sources;
        this.polls = polls;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/sources/opml}. */
    Answer opml(Request request) {
        List<OpmlSource> outlines = Opml.read(request.body());
        if (outlines.isEmpty()) {
            return Problem.badRequest("body", "found no feeds; expected OPML with outlines that have an xmlUrl");
        }
        if (outlines.size() > MAX_SOURCES) {
            return Problem.tooLarge(
                    "the list has " + outlines.size() + " feeds; send at most " + MAX_SOURCES + " at a time");
        }
        ArrayNode refused = JsonNodeFactory.instance.arrayNode();
        List<Source> wanted = wanted(outlines, refused);
        Instant end = clock.instant().plus(LONGEST);
        int added = 0;
        int reached = 0;
        List<SourceId> unpolled = new ArrayList<>();
        while (reached < wanted.size() && clock.instant().isBefore(end)) {
            List<Source> some = wanted.subList(reached, Math.min(wanted.size(), reached + STRETCH));
            added += add(some, unpolled);
            reached += some.size();
        }
        order(unpolled);
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("added", added).put("unchanged", reached - added).put("left", wanted.size() - reached);
        report.set("refused", refused);
        return Answer.json(200, report);
    }

    /**
     * Returns the sources of a list, without duplicates; an address that can't be polled is refused with the reason.
     */
    private List<Source> wanted(List<OpmlSource> outlines, ArrayNode refused) {
        Map<SourceId, Source> wanted = new LinkedHashMap<>();
        for (OpmlSource outline : outlines) {
            Optional<CanonicalUrl> canonical = Optional.of(outline.xmlUrl())
                    .filter(url -> url.length() <= SourceChanges.MAX_URL)
                    .flatMap(CanonicalUrl::of);
            if (canonical.isEmpty()) {
                refused.addObject().put("url", Problem.cut(outline.xmlUrl())).put("detail", SourceChanges.NO_ADDRESS);
            } else {
                SourceId id = SourceId.ofUrl(canonical.get().value());
                wanted.putIfAbsent(id, Source.added(id, outline.xmlUrl(), name(outline), clock.instant()));
            }
        }
        return List.copyOf(wanted.values());
    }

    private static String name(OpmlSource outline) {
        String title = outline.title();
        int length = title.codePointCount(0, title.length());
        return length <= SourceChanges.MAX_NAME
                ? title
                : title.substring(0, title.offsetByCodePoints(0, SourceChanges.MAX_NAME - 1)) + "…";
    }

    /** Returns how many were new. */
    private int add(List<Source> some, List<SourceId> unpolled) {
        Map<SourceId, Source> standing = sources.addAll(some);
        some.stream()
                .map(source -> Objects.requireNonNullElse(standing.get(source.id()), source))
                .filter(SourceChanges::isUnpolled)
                .forEach(source -> unpolled.add(source.id()));
        return some.size() - standing.size();
    }

    /**
     * Orders the first polls of a short list, or of the beginning of a long one. The others follow in their own turns
     * within minutes, see {@link Schedule#NEW}: two thousand polls at once would take other sources' time.
     */
    private void order(List<SourceId> ids) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        polls.send(ids.stream()
                .limit(POLLED_AT_ONCE)
                .map(id -> new PollJob(id, minute))
                .toList());
    }
}
