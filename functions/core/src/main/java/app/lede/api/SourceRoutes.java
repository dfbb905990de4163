package app.lede.api;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.feed.Opml;
import app.lede.feed.OpmlSource;
import app.lede.search.Cursors;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Routes of sources: the list with health, one source, the OPML list. Thread safe. */
final class SourceRoutes {

    private static final String QUESTION = "sources";

    private final SourceStore sources;
    private final SourceList list;
    private final Backfills backfills;
    private final Cursors cursors;
    private final InstantSource clock;

    SourceRoutes(SourceStore sources, SourceList list, Backfills backfills, Cursors cursors, InstantSource clock) {
        this.backfills = backfills;
        this.sources = sources;
        this.list = list;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Handles {@code GET /v1/sources}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("limit", "cursor"));
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        Optional<String> after = Pages.after(parameters, cursors, QUESTION);
        return parameters.problem().orElseGet(() -> {
            List<Source> found = list.page(after.map(SourceId::new).orElse(null), limit + 1);
            List<Source> page = found.subList(0, Math.min(limit, found.size()));
            Optional<String> next =
                    found.size() > limit ? Optional.of(page.getLast().id().value()) : Optional.empty();
            List<Pages.Item> items = page.stream()
                    .map(source -> new Pages.Item(source.id().value(), SourceJson.of(source, clock.instant())))
                    .toList();
            return Pages.answer(request, items, next, key -> cursors.seal(QUESTION, key));
        });
    }

    /** Handles {@code GET /v1/sources/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<Source> source = SourceId.isValid(id) ? sources.get(new SourceId(id)) : Optional.empty();
        return source.map(found -> Answer.json(200, SourceJson.of(found, clock.instant())))
                .orElseGet(() -> Problem.notFound("there is no source " + Problem.cut(id)));
    }

    /** Handles {@code GET /v1/sources/{id}/backfill}: a source without one is no fault, which browsers would log. */
    Answer backfill(Request request) {
        String id = request.variable("id");
        Optional<SourceId> source = Optional.of(id).filter(SourceId::isValid).map(SourceId::new);
        Optional<Backfill> run = source.flatMap(backfills::get);
        if (run.isEmpty() && source.flatMap(sources::get).isPresent()) {
            return Answer.empty(204);
        }
        return run.map(found -> Answer.json(200, BackfillJson.of(found)))
                .orElseGet(() -> Problem.notFound("there is no source " + Problem.cut(id)));
    }

    /** Handles {@code GET /v1/sources.opml}. */
    Answer opml(Request request) {
        List<OpmlSource> outlines = list.all().stream()
                .map(source -> new OpmlSource(
                        Objects.requireNonNullElse(source.name(), source.url()),
                        source.pollUrl(),
                        source.feedUrl() == null ? null : source.url()))
                .toList();
        return Answer.text(200, "text/x-opml; charset=utf-8", Opml.write("Lede sources", outlines));
    }
}
