package app.lede.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Search;
import app.lede.search.Sort;
import app.lede.search.query.Query;
import app.lede.testkit.SearchSamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A phrase of words that nearly every article has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadlinesFirstTest {

    private static final int ARTICLES = 6_000;
    private static final int HEADLINES = 50;

    private final Analyzers analyzers = new Analyzers();
    private final Directory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;

    @BeforeAll
    void fill() throws IOException {
        Random random = new Random(4);
        IndexForm form = new IndexForm(analyzers);
        try (IndexWriter writer = new IndexWriter(directory, form.config())) {
            for (int i = 0; i < ARTICLES; i++) {
                String headline = i % (ARTICLES / HEADLINES) == 0 ? "Prime minister " + "again ".repeat(i % 7) : "News";
                String text = "A minister, prime. " + "More ".repeat(random.nextInt(9)) + "prime minister. "
                        + "prime minister ".repeat(random.nextInt(3));
                Change change = SearchSamples.put(
                        SearchSamples.document(i, headline, text, i % 2 == 0 ? "en" : "fr", List.of()));
                writer.addDocument(form.document(change));
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    @Test
    void pages_filled_by_headlines_are_those_of_the_whole_search() {
        List<String> whole = keys(page(100, null));
        List<String> walked = new ArrayList<>();
        String after = null;
        while (walked.size() < 90) {
            List<String> page = keys(page(7, after));
            walked.addAll(page);
            after = page.getLast();
        }
        assertEquals(whole.subList(0, walked.size()), walked);
    }

    @Test
    void headlines_come_first_where_the_words_are_frequent() throws IOException {
        HeadlinesFirst phrase = phrase("prime minister");
        IndexSearcher searcher = new IndexSearcher(reader);
        float eighth = searcher.search(phrase.headlines(), 8).scoreDocs[7].score;
        assertTrue(phrase.mostOfText(searcher) < eighth, "a page of seven is not answered from headlines");
    }

    @Test
    void headlines_do_not_come_first_where_the_words_are_rare() throws IOException {
        assertEquals(Float.POSITIVE_INFINITY, bound("minister again"));
    }

    private float bound(String phrase) throws IOException {
        return phrase(phrase).mostOfText(new IndexSearcher(reader));
    }

    private HeadlinesFirst phrase(String phrase) {
        WordQueries words = new WordQueries(analyzers, EnumSet.of(Chain.ENGLISH, Chain.FRENCH), true);
        return words.headlinesFirst(new Query.Phrase(phrase, 0)).orElseThrow();
    }

    private Hits page(int limit, @Nullable String after) {
        Criteria phrase = Criteria.of(Filter.ALL.asking("\"prime minister\""));
        return new Searcher(reader, analyzers).search(new Search(phrase, Sort.RELEVANCE, limit, after));
    }

    private static List<String> keys(Hits hits) {
        return hits.hits().stream().map(Hit::key).toList();
    }
}
