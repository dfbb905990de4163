package app.lede.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.search.ArticleWalk;
import app.lede.search.Change;
import app.lede.search.NewestFirst;
import app.lede.search.SearchDocument;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryExportFiles;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ExportArticlesTest {

    private static final ExportId ID = new ExportId(Digest.base32("export"));
    private static final ExportJob JOB = new ExportJob(ID);
    private static final String UNTIL_NOON = "to=2026-01-02T12%3A00%3A00.000Z";

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemorySearchIndex search = new InMemorySearchIndex();
    private InMemoryExports exports = new InMemoryExports();
    private InMemoryExportFiles files = new InMemoryExportFiles();
    private InMemoryQueue<ExportJob> queue = new InMemoryQueue<>();

    @Test
    void every_matching_article_is_in_the_files_of_its_day_with_its_text() {
        fill(40, Duration.ofHours(2));
        begin("lang=de&" + UNTIL_NOON, ExportFormat.NDJSON_GZ);
        assertEquals(new ExportEnd.Complete(39), run(Crashes.never(), 100));
        List<JsonNode> lines = lines();
        assertEquals(39, lines.size());
        assertTrue(lines.getFirst().path("articleBody").asText().contains("Die Brücke"), lines.getFirst()::toString);
        Export export = exports.get(ID).orElseThrow();
        assertEquals(
                List.of("2026-01-02", "2026-01-01", "2025-12-31", "2025-12-30"),
                export.days().stream().map(DayTotal::day).toList());
        for (String name : export.names()) {
            String day = name.substring("day=".length(), name.indexOf('/'));
            lines(name).forEach(line -> assertTrue(line.path("arrival").asText().startsWith(day), line::toString));
        }
    }

    @Test
    void the_manifest_counts_what_the_files_hold() {
        fill(40, Duration.ofHours(2));
        begin(UNTIL_NOON, ExportFormat.NDJSON_GZ);
        run(Crashes.never(), 100);
        JsonNode manifest = Json.read(files.read(ID, Manifest.NAME));
        assertEquals(lines().size(), manifest.path("articles").asInt());
        int bytes = 0;
        for (JsonNode day : manifest.path("days")) {
            int articlesOfDay = 0;
            for (JsonNode name : day.path("files")) {
                articlesOfDay += lines(name.asText()).size();
                bytes += files.read(ID, name.asText()).length;
            }
            assertEquals(day.path("articles").asInt(), articlesOfDay);
        }
        assertEquals(manifest.path("bytes").asInt(), bytes);
        String table = new String(files.read(ID, Manifest.TABLE_NAME), StandardCharsets.UTF_8);
        assertTrue(table.startsWith("CREATE EXTERNAL TABLE lede_export_"), table);
        assertTrue(table.contains("'s3://library/exports/" + ID + "/day=${day}/'"), table);
        assertTrue(table.contains("'2025-12-30,2026-01-02'"), table);
    }

    @Test
    void a_call_out_of_time_sends_a_message_to_go_on_and_the_rest_follows() {
        fill(40, Duration.ofHours(2));
        begin(UNTIL_NOON, ExportFormat.NDJSON_GZ);
        assertInstanceOf(ExportEnd.Continued.class, run(Crashes.never(), 1));
        assertEquals(List.of(JOB), queue.jobs());
        assertEquals(Export.State.RUNNING, exports.get(ID).orElseThrow().state());
        assertEquals(new ExportEnd.Complete(39), run(Crashes.never(), 100));
        assertEquals(39, lines().size());
    }

    @Test
    void a_crash_at_any_step_loses_and_doubles_nothing() {
        fill(24, Duration.ofHours(3));
        int step = 1;
        boolean crashed = true;
        for (; crashed; step++) {
            exports = new InMemoryExports();
            files = new InMemoryExportFiles();
            begin(UNTIL_NOON, ExportFormat.NDJSON_GZ);
            Crashes crashes = Crashes.atStep(step);
            crashed = crashes.during(() -> run(crashes, 100));
            assertEquals(new ExportEnd.Complete(23), run(Crashes.never(), 100));
            assertEquals(
                    23,
                    lines().stream()
                            .map(line -> line.path("id").asText())
                            .distinct()
                            .count());
            assertEquals(23, lines().size(), "after a crash at step " + step);
            assertEquals(expectedNames(), files.names(ID));
        }
        assertTrue(step > 20, "only " + step + " steps");
    }

    @Test
    void a_part_left_by_a_crash_whose_articles_were_deleted_since_is_removed() {
        fill(3, Duration.ofDays(1));
        begin("", ExportFormat.CSV);
        files.put(ID, ExportFormat.CSV, new Part("2026-01-02", 0, 1, 3, "x"), new byte[3]);
        articles.delete(id(0), Samples.NOON);
        run(Crashes.never(), 100);
        assertEquals(2, exports.get(ID).orElseThrow().articles());
        assertEquals(expectedNames(), files.names(ID));
    }

    @Test
    void two_calls_at_once_write_one_export() {
        fill(24, Duration.ofHours(3));
        begin(UNTIL_NOON, ExportFormat.NDJSON_GZ);
        AtomicInteger inner = new AtomicInteger();
        ExportArticles other = step(Crashes.never());
        ExportEnd end = step(Crashes.never()).run(JOB, () -> {
            if (inner.getAndIncrement() == 1) {
                assertInstanceOf(ExportEnd.Complete.class, other.run(JOB, () -> true));
            }
            return true;
        });
        assertInstanceOf(ExportEnd.Overtaken.class, end);
        assertEquals(23, lines().size());
    }

    @Test
    void a_cancelled_export_stops_and_leaves_no_file() {
        fill(24, Duration.ofHours(3));
        begin(UNTIL_NOON, ExportFormat.NDJSON_GZ);
        run(Crashes.never(), 2);
        exports.replace(exports.get(ID).orElseThrow().in(Export.State.CANCELLED, null));
        assertEquals(new ExportEnd.Cancelled(), run(Crashes.never(), 100));
        assertEquals(new TreeSet<String>(), files.names(ID));
    }

    @Test
    void an_export_that_is_given_up_says_why_and_may_go_on_later() {
        fill(3, Duration.ofHours(3));
        begin("", ExportFormat.NDJSON_GZ);
        step(Crashes.never()).broke(JOB, "out of reach");
        assertEquals("out of reach", exports.get(ID).orElseThrow().detail());
        assertEquals(new ExportEnd.Complete(3), run(Crashes.never(), 100));
    }

    @Test
    void nothing_to_export_is_an_export_too_and_an_unknown_one_is_none() {
        begin("lang=fr", ExportFormat.NDJSON_GZ);
        assertEquals(new ExportEnd.Complete(0), run(Crashes.never(), 100));
        assertEquals(new TreeSet<>(List.of(Manifest.NAME, Manifest.TABLE_NAME)), files.names(ID));
        assertEquals(
                new ExportEnd.Unknown(),
                step(Crashes.never()).run(new ExportJob(new ExportId(Digest.base32("x"))), () -> true));
    }

    @Test
    void an_export_of_words_holds_what_the_search_index_finds_and_the_facts_allow() {
        fill(40, Duration.ofHours(2));
        begin("q=drei+words&lang=de&" + UNTIL_NOON, ExportFormat.NDJSON_GZ);
        for (int i = 0; i < 40; i += 2) {
            Article article = articles.get(id(i)).orElseThrow();
            String text = texts.get(article.textKey()).orElseThrow().text() + " drei words";
            search.apply(List.of(new Change.Put(SearchDocument.of(article, text))));
        }
        assertEquals(new ExportEnd.Complete(19), run(Crashes.never(), 100));
        assertEquals(19, lines().size());
        assertEquals(4, exports.get(ID).orElseThrow().days().size());
    }

    @Test
    void a_table_of_many_articles_has_parts_of_a_thousand_with_a_header_each() {
        fill(2_100, Duration.ofSeconds(10));
        begin("", ExportFormat.CSV);
        assertEquals(new ExportEnd.Complete(2_100), run(Crashes.never(), 100));
        List<String> names = exports.get(ID).orElseThrow().names();
        assertEquals(3, names.size());
        for (String name : names) {
            String csv = new String(files.read(ID, name), StandardCharsets.UTF_8);
            assertTrue(csv.startsWith("\"id\",\"revision\""), csv.substring(0, 80));
            assertTrue(csv.contains("\"articleBody\"\r\n"), name);
        }
    }

    private ExportEnd run(Crashes crashes, int parts) {
        AtomicInteger left = new AtomicInteger(parts);
        return step(crashes).run(JOB, () -> left.getAndDecrement() > 0);
    }

    @SuppressWarnings("unchecked")
    private ExportArticles step(Crashes crashes) {
        return new ExportArticles(
                crashes.around(Exports.class, exports),
                crashes.around(ExportFiles.class, files),
                crashes.around(ArticleStore.class, articles),
                crashes.around(ArticleTexts.class, texts),
                ArticleWalk.of(new NewestFirst(articles), Optional.of(search)),
                FilterParameters::kept,
                crashes.around(JobQueue.class, queue));
    }

    private void begin(String filter, ExportFormat format) {
        queue = new InMemoryQueue<>();
        exports.add(Export.begun(ID, filter, format, Samples.NOON, Samples.NOON.plus(Duration.ofDays(7))));
    }

    /** Stores articles, the first at noon and each earlier than the one before. */
    private void fill(int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            Instant at = Samples.NOON.minus(apart.multipliedBy(i));
            ParsedArticle parsed = Samples.parsed(
                    "https://news.example.org/" + i, "words " + i, Precedence.of(Precedence.Origin.PAGE, null, at));
            Article article = Samples.article(parsed, at);
            texts.put(parsed);
            articles.offer(article);
        }
    }

    private static ArticleId id(int number) {
        return ArticleId.ofUrl("https://news.example.org/" + number);
    }

    private SortedSet<String> expectedNames() {
        Export export = exports.get(ID).orElseThrow();
        SortedSet<String> names = new TreeSet<>(export.names());
        names.add(Manifest.NAME);
        if (export.format() == ExportFormat.NDJSON_GZ) {
            names.add(Manifest.TABLE_NAME);
        }
        return names;
    }

    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        exports.get(ID).orElseThrow().names().forEach(name -> lines.addAll(lines(name)));
        return lines;
    }

    private List<JsonNode> lines(String name) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(files.read(ID, name)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Json::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
