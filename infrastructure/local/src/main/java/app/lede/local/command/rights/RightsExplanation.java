package app.lede.local.command.rights;

import app.lede.article.Access;
import app.lede.article.AccessFinding;
import app.lede.document.DocumentReader;
import app.lede.document.FetchedFrom;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.fetch.Accept;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.pipeline.DocumentRights;
import app.lede.pipeline.PageFetcher;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.RightsFiles;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.RightsResolver;
import app.lede.rights.RslDocument;
import app.lede.rights.Signal;
import app.lede.rights.TdmFile;
import app.lede.robots.RobotsStatements;
import app.lede.robots.RobotsText;
import app.lede.web.GuardedFetcher;
import app.lede.web.UserAgent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers and resolves the statements on one page or document, as fetch-article and parse-document do. */
final class RightsExplanation {

    private static final int MAX_REQUESTS = 20;

    private final DocumentReader reader = new DocumentReader();
    private final ArticleExtractor extractor = new ArticleExtractor();
    private final InstantSource clock;

    RightsExplanation(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Address, headers and policy files that a server would have sent with a document.
     *
     * @param url address of the document, which paths are matched with
     * @param headers names and values
     */
    record Around(
            String url,
            List<Map.Entry<String, String>> headers,
            Optional<Path> robots,
            Optional<Path> tdmrep,
            Optional<Path> licence) {}

    RightsReport ofFile(Path file, Around around) throws IOException {
        Instant now = clock.instant();
        HttpMeta meta = HttpMeta.of(200, new HttpHeaders(around.headers()), now);
        List<Evidence> evidence = new ArrayList<>(meta.rights());
        if (around.robots().isPresent()) {
            RobotsText robots = RobotsText.of(text(around.robots().get()));
            evidence.addAll(RobotsStatements.of(robots).on(URI.create(around.url()), now));
        }
        if (around.tdmrep().isPresent()) {
            TdmFile.statement(Files.readAllBytes(around.tdmrep().get()), around.url())
                    .ifPresent(statement -> evidence.add(new Evidence(Signal.TDMREP, TdmFile.PATH, statement, now)));
        }
        if (around.licence().isPresent()) {
            Path licence = around.licence().get();
            RslDocument.licence(text(licence), around.url())
                    .ifPresent(terms -> evidence.add(new Evidence(Signal.RSL, licence.toString(), terms, now)));
        }
        Path name = Optional.ofNullable(file.getFileName()).orElse(file);
        return read(
                file.toString(),
                new RawDocument(Files.readAllBytes(file), null, name.toString(), around.url()),
                from(around.url(), meta, evidence));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Fetches a page with all files that its site states rights in; empty where it cannot be had, with the reason said. */
    RightsReport ofPage(URI url, AllowedAddresses allowed, Duration gap) throws InterruptedException {
        try (GuardedFetcher web = new GuardedFetcher(UserAgent.of("https://lede.invalid/"), allowed, clock)) {
            OneProcess process = new OneProcess();
            PageFetcher pages = new PageFetcher(
                    new PoliteFetcher(web, process, new HostGaps(gap, Map.of()), clock),
                    process,
                    RightsFiles.in(process),
                    clock);
            FetchRequest page = FetchRequest.unconditional(url, Accept.PAGE);
            for (int i = 0; i < MAX_REQUESTS; i++) {
                switch (pages.fetch(page)) {
                    case PageFetcher.Answer.Wait(Instant until, List<FetchOutcome.Redirect> behind) -> {
                        Thread.sleep(Math.max(
                                0, Duration.between(clock.instant(), until).toMillis()));
                        page = page.after(behind);
                    }
                    case PageFetcher.Answer.Got(FetchOutcome outcome, List<Evidence> rights) -> {
                        return of(url.toString(), outcome, rights);
                    }
                    case PageFetcher.Answer.Disallowed(String reason) -> {
                        return refused(url.toString(), List.of(), reason, Access.FEED_ONLY);
                    }
                    case PageFetcher.Answer.Closed(Instant until, String reason) -> {
                        return refused(url.toString(), List.of(), reason, Access.FEED_ONLY);
                    }
                }
            }
            return refused(
                    url.toString(), List.of(), "no answer after " + MAX_REQUESTS + " requests", Access.FEED_ONLY);
        }
    }

    private RightsReport of(String input, FetchOutcome outcome, List<Evidence> rights) {
        return switch (outcome) {
            case FetchOutcome.Fetched page ->
                read(
                        input,
                        new RawDocument(
                                page.body(),
                                page.meta().contentType().orElse(null),
                                input,
                                page.url().toString()),
                        from(page.url().toString(), page.meta(), rights));
            case FetchOutcome.Refused refused ->
                refused(
                        input,
                        rights,
                        refused.detail(),
                        refused.status() == FetchedFrom.Refusal.PRICED
                                ? Access.PRICED
                                : refused.status() == 404 ? Access.GONE : Access.FEED_ONLY);
            case FetchOutcome.Gone gone -> refused(input, rights, "status " + gone.status(), Access.GONE);
            case FetchOutcome.NotModified same -> refused(input, rights, "not modified", Access.FEED_ONLY);
            case FetchOutcome.Moved moved -> refused(input, rights, "moved", Access.FEED_ONLY);
            case FetchOutcome.Blocked blocked -> refused(input, rights, blocked.reason(), Access.FEED_ONLY);
            case FetchOutcome.TooLarge large -> refused(input, rights, large.detail(), Access.FEED_ONLY);
            case FetchOutcome.Later later -> refused(input, rights, "status " + later.status(), Access.FEED_ONLY);
            case FetchOutcome.Failed failed -> refused(input, rights, failed.detail(), Access.FEED_ONLY);
        };
    }

    private static RightsReport refused(String input, List<Evidence> evidence, String reason, Access access) {
        return new RightsReport(input, RightsResolver.resolve(evidence), new AccessFinding(access, reason));
    }

    private RightsReport read(String input, RawDocument document, FetchedFrom from) {
        Reading reading = reader.read(document);
        Rights rights =
                DocumentRights.of(from, reading, document.url(), from.at()).rights();
        return new RightsReport(input, rights, access(extractor.extract(reading, document.url())));
    }

    private static @Nullable AccessFinding access(Extraction extraction) {
        return switch (extraction) {
            case Extracted article -> article.access();
            case Extraction.Nothing nothing -> new AccessFinding(nothing.access(), nothing.detail());
        };
    }

    private FetchedFrom from(String url, HttpMeta meta, List<Evidence> rights) {
        return FetchedFrom.page(
                url,
                clock.instant(),
                FetchedFrom.Entry.NONE,
                FetchedFrom.Discovery.by("rights"),
                meta.usage().label().orElse(null),
                rights);
    }
}
