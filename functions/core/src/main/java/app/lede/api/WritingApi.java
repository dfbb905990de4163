package app.lede.api;

import app.lede.alert.AlertJob;
import app.lede.article.ArticleStore;
import app.lede.backfill.Backfills;
import app.lede.document.DocumentLog;
import app.lede.export.ExportJob;
import app.lede.export.ExportWithdrawal;
import app.lede.export.Exports;
import app.lede.fetch.AllowedAddresses;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.saved.SavedSearches;
import app.lede.source.SourceStore;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Answers every writing route. Nothing here fetches: sources are polled by poll-source, behind the guard. Thread safe. */
public final class WritingApi {

    private final SourceChanges sources;
    private final BackfillChanges backfills;
    private final SourceImport imports;
    private final UploadRoutes uploads;
    private final DeletionRoutes deletions;
    private final SavedSearchChanges searches;
    private final ExportChanges exports;

    /**
     * Builds the routes over their stores.
     *
     * @param deletionJobs goes on with the deletion of a collection
     * @param tokens unguessable names for uploads, searches and exports
     */
    public WritingApi(
            SourceStore sources,
            JobQueue<PollJob> polls,
            DocumentLog log,
            UploadTickets tickets,
            Deletion deletion,
            JobQueue<DeletionJob> deletionJobs,
            Outlets outlets,
            Supplier<String> tokens,
            InstantSource clock) {
        this.sources = new SourceChanges(sources, polls, clock);
        this.backfills = new BackfillChanges(sources, outlets.backfills(), polls, clock);
        this.imports = new SourceImport(sources, polls, clock);
        this.deletions = new DeletionRoutes(
                outlets.articles(),
                deletion,
                deletionJobs,
                new ExportWithdrawal(outlets.exports(), outlets.exportJobs(), FilterParameters::kept));
        WalkedFilters walks = new WalkedFilters(outlets.searchable());
        this.searches = new SavedSearchChanges(
                sources,
                outlets.articles(),
                outlets.searches(),
                outlets.alertJobs(),
                outlets.allowed(),
                walks,
                tokens,
                clock);
        this.exports = new ExportChanges(outlets.exports(), outlets.exportJobs(), walks, tokens, clock);
        this.uploads = new UploadRoutes(log, tickets, tokens, clock);
    }

    /**
     * Stores and queues of everything that leaves the library by other ways than a list.
     *
     * @param articles looked up where a filter names one
     * @param allowed private addresses that webhooks may have
     * @param searchable whether the stack has a search index
     * @param backfills of sources
     */
    public record Outlets(
            ArticleStore articles,
            SavedSearches searches,
            JobQueue<AlertJob> alertJobs,
            AllowedAddresses allowed,
            Exports exports,
            JobQueue<ExportJob> exportJobs,
            boolean searchable,
            Backfills backfills) {}

    public Answer answer(Request request) {
        return Routes.misrouted(request)
                .or(() -> new Parameters(request, Set.of()).problem())
                .orElseGet(() -> route(request));
    }

    /** Goes on with the deletion of a collection, and enqueues the next job unless it is done. */
    public Deletion.Progress goOn(DeletionJob job) {
        return deletions.goOn(job);
    }

    private Answer route(Request request) {
        return switch (request.route()) {
            case "POST /v1/sources" -> sources.add(request);
            case "PATCH /v1/sources/{id}" -> sources.change(request);
            case "DELETE /v1/sources/{id}" -> {
                backfills.remove(request);
                yield sources.remove(request);
            }
            case "POST /v1/sources/{id}/backfill" -> backfills.start(request);
            case "DELETE /v1/sources/{id}/backfill" -> backfills.cancel(request);
            case "POST /v1/sources/{id}/poll" -> sources.poll(request);
            case "POST /v1/sources/opml" -> imports.opml(request);
            case "POST /v1/documents" -> uploads.ticket(request);
            case "DELETE /v1/documents/{id}" -> deletions.document(request);
            case "POST /v1/exports" -> exports.start(request);
            case "DELETE /v1/exports/{id}" -> exports.cancel(request);
            case "POST /v1/searches" -> searches.add(request);
            case "POST /v1/searches/{id}/test" -> searches.test(request);
            case "DELETE /v1/searches/{id}" -> searches.remove(request);
            case "DELETE /v1/articles/{id}" -> deletions.article(request);
            default -> Problem.notFound("there is no route " + request.route());
        };
    }
}
