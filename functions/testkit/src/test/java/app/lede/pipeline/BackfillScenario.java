package app.lede.pipeline;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.backfill.PageOutcome;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A source with an archive, a backfill of it, and a queue whose jobs are taken in turn, each at its time. */
final class BackfillScenario {

    static final String SITE = "https://bay.example";
    static final String FEED = SITE + "/feed/";
    static final SourceId ID = SourceId.ofUrl(FEED);
    static final Duration GAP = Duration.ofSeconds(5);

    private static final int MOST_JOBS = 3_000;

    Instant now = Samples.NOON;
    final ScriptedWeb web = new ScriptedWeb(() -> now);
    final InMemorySources sources = new InMemorySources();
    final InMemoryBackfills runs = new InMemoryBackfills();
    final InMemoryLedger ledger = new InMemoryLedger();

    /** Ledger of the steps. */
    UrlLedger marks = ledger;

    final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryRobots robots = new InMemoryRobots();
    private final InMemoryHostGate gate = new InMemoryHostGate();
    private final HostGaps gaps = new HostGaps(GAP, Map.of());
    final List<BackfillEnd> ends = new ArrayList<>();
    private int copies = 1;
    boolean crashed;

    BackfillScenario() {
        sources.add(Source.added(ID, FEED, null, now));
    }

    /** Delivers each job this often. */
    BackfillScenario delivering(int times) {
        copies = times;
        return this;
    }

    BackfillSource step(Crashes crashes) {
        PoliteFetcher fetcher = new PoliteFetcher(web, crashes.around(HostGate.class, gate), gaps, () -> now);
        return new BackfillSource(
                crashes.around(SourceStore.class, sources),
                crashes.around(Backfills.class, runs),
                new PageFetcher(fetcher, robots, () -> now),
                robots,
                crashes.around(UrlLedger.class, marks),
                crashes.around(DocumentStore.class, documents),
                crashes.around(Erasure.class, documents),
                queue(polls, crashes),
                queue(fetches, crashes),
                gaps,
                () -> now);
    }

    private static <J> JobQueue<J> queue(InMemoryQueue<J> queue, Crashes crashes) {
        return new JobQueue<>() {
            @Override
            public void send(List<J> jobs) {
                crashes.step();
                queue.send(jobs);
                crashes.step();
            }

            @Override
            public void sendLater(J job, Duration delay) {
                crashes.step();
                queue.sendLater(job, delay);
                crashes.step();
            }
        };
    }

    /** Begins a backfill and takes its steps to the end. */
    Backfill run(Budget budget) {
        begin(budget);
        return drain(Crashes.never());
    }

    void begin(Budget budget) {
        Backfill before = runs.get(ID).orElse(null);
        Backfill first = Backfill.begun(ID, FEED, budget, before, now);
        if (before == null ? !runs.add(first) : !runs.replace(first)) {
            throw new AssertionError("not begun");
        }
        polls.send(List.of(PollJob.of(first)));
    }

    /** Takes jobs until there are none; one that crashes is delivered again six minutes later. */
    Backfill drain(Crashes crashes) {
        Deque<InMemoryQueue.Sent<PollJob>> waiting = new ArrayDeque<>();
        for (int jobs = 0; jobs < MOST_JOBS; jobs++) {
            List<InMemoryQueue.Sent<PollJob>> sent = polls.sent();
            polls.take();
            sent.forEach(job -> {
                for (int i = 0; i < copies; i++) {
                    waiting.add(job);
                }
            });
            if (waiting.isEmpty()) {
                return runs.get(ID).orElseThrow();
            }
            InMemoryQueue.Sent<PollJob> next = waiting.remove();
            now = now.plus(next.delay());
            try {
                ends.add(step(crashes).run(next.job(), turn(next.job())));
            } catch (Crashes.Crash e) {
                crashed = true;
                now = now.plus(Duration.ofMinutes(6));
                waiting.add(new InMemoryQueue.Sent<>(next.job(), Duration.ZERO));
            }
        }
        throw new AssertionError("no end; asked " + web.urls());
    }

    /** Takes steps until the entries of a page are kept. */
    void walkUntilKept() {
        while (kept().isEmpty()) {
            takeNext();
        }
    }

    /** Takes the next step after the gap of its host. */
    void takeNext() {
        BackfillEnd unused = take();
        now = now.plus(GAP).plus(GAP);
    }

    /** Takes the next step. */
    BackfillEnd take() {
        PollJob job = polls.take().getFirst();
        return step(Crashes.never()).run(job, turn(job));
    }

    static PollJob.Turn turn(PollJob job) {
        return Objects.requireNonNull(job.backfill());
    }

    List<String> sent() {
        return fetches.jobs().stream()
                .map(FetchJob::key)
                .distinct()
                .map(key -> key.substring(SITE.length()))
                .toList();
    }

    /** Returns paths and queries that were asked for, but robots.txt. */
    List<String> asked() {
        return web.urls().stream()
                .filter(url -> !url.endsWith("/robots.txt"))
                .map(url -> url.substring(SITE.length()))
                .toList();
    }

    /** Returns what is kept of the archive's pages. */
    List<String> kept() {
        return documents.entryKeys().stream()
                .filter(key -> key.startsWith("entries/backfill/"))
                .toList();
    }

    void know(String path) {
        ledger.queued(Map.of(CanonicalUrl.of(SITE + path).orElseThrow(), ""), now.plus(Duration.ofDays(1)));
    }

    static Map<PageOutcome, Integer> pages(Backfill run) {
        Map<PageOutcome, Integer> counts = new TreeMap<>();
        run.pages().forEach(page -> counts.merge(page.outcome(), 1, Integer::sum));
        return counts;
    }

    static Map<String, Integer> articles(Object... outcomesAndCounts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < outcomesAndCounts.length; i += 2) {
            counts.put(((ArticleOutcome) outcomesAndCounts[i]).label(), (Integer) outcomesAndCounts[i + 1]);
        }
        return counts;
    }

    /** Writes a feed: entries as {@code day/name}, of March 2020. */
    static String feed(String links, String... entries) {
        StringBuilder items = new StringBuilder();
        for (String entry : entries) {
            String day = entry.substring(0, entry.indexOf('/'));
            items.append("<item><title>Of day ")
                    .append(day)
                    .append("</title><link>")
                    .append(SITE)
                    .append('/')
                    .append(entry)
                    .append("</link><pubDate>")
                    .append(day)
                    .append(" Mar 2020 08:00:00 GMT</pubDate></item>");
        }
        return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Bay</title><link>" + SITE
                + "/</link>" + links + items + "</channel></rss>";
    }

    static String archive(String path) {
        return "<atom:link rel='prev-archive' href='" + SITE + path + "'/>";
    }

    /** Gives a scenario three pages that name each other. */
    static BackfillScenario archived(BackfillScenario scenario) {
        scenario.web
                .page(FEED, feed(archive("/2020-2"), "30/f", "29/e"))
                .page(SITE + "/2020-2", feed(archive("/2020-1"), "21/d", "20/c"))
                .page(SITE + "/2020-1", feed("", "11/b", "10/a"));
        return scenario;
    }

    /** Writes a sitemap of pages, each as {@code date path}. */
    static String sitemap(String... datesAndPaths) {
        StringBuilder urls = new StringBuilder();
        for (String each : datesAndPaths) {
            int space = each.indexOf(' ');
            urls.append("<url><loc>")
                    .append(SITE + each.substring(space + 1))
                    .append("</loc><lastmod>")
                    .append(each, 0, space)
                    .append("</lastmod></url>");
        }
        return "<urlset>" + urls + "</urlset>";
    }

    /** Returns pages for {@link #sitemap}. */
    static String[] stories(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "2020-03-01 /story-" + number)
                .toArray(String[]::new);
    }
}
