package app.lede.api;

import app.lede.feed.Opml;
import app.lede.feed.OpmlSource;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asking for sources: all of them with their health, one, or a subscription list. Thread safe. */
final class SourceRoutes {

    private final SourceStore sources;
    private final SourceList list;
    private final InstantSource clock;

    SourceRoutes(SourceStore sources, SourceList list, InstantSource clock) {
        this.sources = sources;
        this.list = list;
        this.clock = clock;
    }

    /** {@code GET /v1/sources}. */
    Answer list(Request request) {
        return new Parameters(request, Set.of())
                .problem()
                .orElseGet(() -> Pages.answer(
                        request,
                        list.all().stream()
                                .map(source -> SourceJson.of(source, clock.instant()))
                                .toList(),
                        Optional.empty()));
    }

    /** {@code GET /v1/sources/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<Source> source = SourceId.isValid(id) ? sources.get(new SourceId(id)) : Optional.empty();
        return source.map(found -> Answer.json(200, SourceJson.of(found, clock.instant())))
                .orElseGet(() -> Problem.notFound("there is no source " + Problem.cut(id)));
    }

    /** {@code GET /v1/sources.opml}. */
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
