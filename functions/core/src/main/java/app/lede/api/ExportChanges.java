package app.lede.api;

import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.ExportJob;
import app.lede.export.Exports;
import app.lede.hash.Digest;
import app.lede.pipeline.JobQueue;
import app.lede.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Routes that start exports and cancel them. Thread safe. */
final class ExportChanges {

    private static final int MAX_FILTER = 4_000;

    /** Retention of an export and its files; the bucket's lifecycle deletes the files. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** Articles that arrived before the export was asked for are all listed by then. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private static final String FORMATS =
            Arrays.stream(ExportFormat.values()).map(ExportFormat::label).collect(Collectors.joining(", "));

    private final Exports exports;
    private final JobQueue<ExportJob> queue;
    private final WalkedFilters walks;
    private final Supplier<String> tokens;
    private final InstantSource clock;

    ExportChanges(
            Exports exports,
            JobQueue<ExportJob> queue,
            WalkedFilters walks,
            Supplier<String> tokens,
            InstantSource clock) {
        this.exports = exports;
        this.queue = queue;
        this.walks = walks;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/exports}. */
    Answer start(Request request) {
        Fields fields = new Fields(request, Set.of("filter", "format"));
        Filter filter = FilterField.read(fields, "filter", MAX_FILTER);
        walks.check(fields, filter);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (filter.from() != null && !filter.from().isBefore(now)) {
            fields.fault("filter", "from: an export holds what has arrived, and this is yet to come");
        }
        Optional<String> given = fields.text("format", 20);
        Optional<ExportFormat> format = given.flatMap(ExportFormat::ofLabel);
        if (given.isPresent() && format.isEmpty()) {
            fields.fault("format", "expected one of " + FORMATS);
        }
        return fields.problem().orElseGet(() -> started(request, now, filter, format.orElse(ExportFormat.NDJSON_GZ)));
    }

    private Answer started(Request request, Instant now, Filter filter, ExportFormat format) {
        Instant end = filter.to() == null || filter.to().isAfter(now) ? now : filter.to();
        Export export = Export.begun(
                new ExportId(Digest.base32(tokens.get())),
                filter.arrived(filter.from(), end).canonical(),
                format,
                now,
                now.plus(KEPT));
        exports.add(export);
        queue.sendLater(new ExportJob(export.id()), SETTLING);
        return Answer.json(202, ExportJson.progress(export))
                .with("location", request.basePath() + "/v1/exports/" + export.id());
    }

    /** Handles {@code DELETE /v1/exports/{id}}: stops it, and has its files deleted. */
    Answer cancel(Request request) {
        String given = request.variable("id");
        if (!ExportId.isValid(given)) {
            return missing(given);
        }
        ExportId id = new ExportId(given);
        Optional<Export> export = exports.get(id);
        while (export.isPresent() && !exports.replace(export.get().in(Export.State.CANCELLED, null))) {
            export = exports.get(id); // It went on meanwhile, one step.
        }
        if (export.isEmpty()) {
            return missing(given);
        }
        queue.send(List.of(new ExportJob(id)));
        return Answer.empty(204);
    }

    private static Answer missing(String id) {
        return Problem.notFound("there is no export " + Problem.cut(id) + ", or it has expired");
    }
}
