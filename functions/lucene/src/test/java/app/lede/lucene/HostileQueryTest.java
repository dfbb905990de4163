package app.lede.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.Passage;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.Sort;
import app.lede.search.query.Query;
import app.lede.search.query.QueryParser;
import app.lede.search.query.QueryReading;
import app.lede.testkit.SearchSamples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that nobody means well: each is a fault of the query, or an answer for a bounded amount of work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileQueryTest {

    /** Processor time of one answer; the usual one takes less than a millisecond. */
    private static final long MOST_MILLIS = 200;

    private LuceneSearchIndex index;

    @BeforeAll
    void fill() throws IOException {
        index = new LuceneSearchIndex(new ByteBuffersDirectory());
        Random random = new Random(3);
        String[] languages = {"en", "fr", "es", "ar", "zh", "th", "sw", "ru"};
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String text = IntStream.range(0, 100)
                    .mapToObj(word -> "w" + Integer.toString(random.nextInt(20_000), 36))
                    .collect(Collectors.joining(" "));
            changes.add(SearchSamples.put(
                    SearchSamples.document(i, "the 水道橋 " + i, text + " a1", languages[i % 8], List.of())));
        }
        index.apply(changes);
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    static Stream<String> queries() {
        return Stream.of(
                "",
                " ",
                "x".repeat(10_000),
                "word ".repeat(2_000),
                "((((((((((((((((",
                "a OR ".repeat(200) + "b",
                "-a ".repeat(200),
                "*",
                "w*",
                "w1* w2* w3* w4* w5* w6* w7* w8* w9* wa* wb* wc*",
                "-w1* -w2*",
                "\u202Ew1\u202C \u200Fمالي\u200E",
                "w1\u0000\u0007w2",
                "\uD800\uDC00 \uD83C",
                "\"" + "水".repeat(900) + "\"",
                "水".repeat(900),
                "\"" + "w1 ".repeat(300) + "\"",
                "\"" + "a ".repeat(490) + "\"",
                "بال".repeat(300),
                "ا".repeat(900) + "*",
                "e\u0301".repeat(400),
                "\u0301".repeat(900),
                "นายก".repeat(200),
                "C++".repeat(300),
                "#".repeat(900) + "a",
                "@_".repeat(400) + "a",
                "1,000".repeat(180),
                "U.S.".repeat(200),
                "\uD83C\uDF09".repeat(300),
                "! & ||",
                "©",
                "headline:* tag:x",
                "tag:\"" + "x".repeat(900) + "\"",
                "NOT (NOT (NOT a1))",
                IntStream.range(0, 50).mapToObj(i -> "w" + i + "*").collect(Collectors.joining(" OR ")));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_is_a_fault_or_an_answer_within_bounded_work(String q) {
        switch (QueryParser.parse(q)) {
            case QueryReading.Faulty faulty -> assertTrue(faulty.at() <= q.length(), faulty.message());
            case QueryReading.Understood understood -> {
                Criteria criteria = Criteria.of(Filter.ALL.asking(q));
                assertBounded(() -> index.search(new Search(criteria, Sort.RELEVANCE, 20, null)));
                assertBounded(() -> index.search(new Search(criteria, Sort.NEWEST, 20, null)));
                assertBounded(() -> index.counts(criteria, Fact.LANG));
                assertBounded(() -> index.passage(understood.query(), "en", "The w1 of a1 is 水道橋."));
            }
        }
    }

    /** Measures again, since the compiler comes late. */
    private static void assertBounded(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5 && least > MOST_MILLIS; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            least = Math.min(
                    least, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000);
        }
        assertTrue(least <= MOST_MILLIS, least + " ms");
    }

    @Test
    void queries_without_a_word_that_analysis_keeps_find_nothing() {
        assertEquals(
                0,
                index.search(new Search(Criteria.of(Filter.ALL.asking("©")), Sort.NEWEST, 20, null))
                        .hits()
                        .size());
    }

    @Test
    void a_passage_of_a_long_text_takes_time_linear_in_the_text() {
        Query query = ((QueryReading.Understood) QueryParser.parse("end \"a1 a1 end\" a1*")).query();
        Passage passage = index.passage(query, "en", "a1 ".repeat(200_000) + "and the end.")
                .orElseThrow();
        assertTrue(passage.span().end() - passage.span().start() < 800);
        assertTrue(passage.marks().getLast().end() > 0);
    }

    @Test
    void texts_of_signs_marks_and_halves_of_pairs_are_indexed() {
        List<Change> changes = new ArrayList<>();
        String[] texts = {
            "",
            " ",
            "\uD800",
            "\uDC00x",
            "\u0301".repeat(10_000),
            "#".repeat(10_000),
            "x".repeat(100_000),
            "C++".repeat(10_000),
            "\u202E\u0000\uFFFF",
            "水".repeat(10_000),
            "بال".repeat(10_000),
            "_".repeat(5_000)
        };
        for (int i = 0; i < texts.length; i++) {
            for (String language : List.of("en", "ar", "ja", "th", "tr", "pt", "xx")) {
                SearchDocument document = SearchSamples.document(
                        100_000 + i * 10 + language.charAt(0), texts[i], texts[i], language, List.of());
                changes.add(SearchSamples.put(document));
            }
        }
        index.apply(changes);
        assertTrue(index.counts(Criteria.of(Filter.ALL), Fact.LANG).articles() > 2_000);
    }
}
