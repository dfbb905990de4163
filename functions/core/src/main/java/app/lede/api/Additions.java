package app.lede.api;

import app.lede.document.DocumentLog;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.source.SourceStore;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Answers the two routes that add to a library and change nothing in it: new sources and uploads. Thread safe. */
public final class Additions {

    private final SourceChanges sources;
    private final UploadRoutes uploads;

    /**
     * Assembles the routes.
     *
     * @param tokens of which none can be guessed
     */
    public Additions(
            SourceStore sources,
            JobQueue<PollJob> polls,
            DocumentLog log,
            UploadTickets tickets,
            Supplier<String> tokens,
            InstantSource clock) {
        this.sources = new SourceChanges(sources, polls, clock);
        this.uploads = new UploadRoutes(log, tickets, tokens, clock);
    }

    /** Answers {@code POST /v1/sources} and {@code POST /v1/documents}; 404 for any other route. */
    public Answer answer(Request request) {
        return switch (request.route()) {
            case "POST /v1/sources" -> sources.add(request);
            case "POST /v1/documents" -> uploads.ticket(request);
            default -> Problem.notFound("nothing is added by " + request.route());
        };
    }
}
