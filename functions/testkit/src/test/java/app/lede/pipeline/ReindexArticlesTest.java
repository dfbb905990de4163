package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.search.Change;
import app.lede.search.ChangesInOrder;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReindexArticlesTest {

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final List<Change> applied = new ArrayList<>();
    private final ReindexArticles reindex =
            new ReindexArticles(articles, articles, new IndexArticles(texts, applied::addAll));

    private ParsedArticle store(int number) {
        ParsedArticle parsed = Samples.parsed(
                "https://news.example.org/" + number,
                "article " + number,
                Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
        texts.put(parsed);
        articles.offer(Samples.article(parsed, Samples.NOON.plus(Duration.ofMinutes(7L * number))));
        return parsed;
    }

    @Test
    void an_empty_library_is_indexed_at_once() {
        assertEquals(0, reindex.reindex(done -> {}));
        assertEquals(List.of(), applied);
    }

    @Test
    void every_article_of_every_day_is_indexed_once_and_progress_is_told() {
        for (int number = 0; number < 2_150; number++) {
            store(number);
        }
        List<Long> progress = new ArrayList<>();
        assertEquals(2_150, reindex.reindex(progress::add));
        assertEquals(
                2_150,
                applied.stream().map(Change::id).collect(Collectors.toSet()).size());
        assertEquals(2_150, applied.size());
        assertTrue(progress.size() >= 3, progress::toString);
        assertEquals(2_150L, progress.getLast());
    }

    @Test
    void deleted_articles_and_those_without_a_text_are_not_counted() {
        store(1);
        articles.delete(store(2).id(), Samples.NOON);
        texts.delete(store(3).key());
        assertEquals(1, reindex.reindex(done -> {}));
        assertEquals(1, applied.size());
    }

    @Test
    void an_index_that_missed_deletions_is_told_all_of_them() {
        List<ArticleId> deleted = new ArrayList<>();
        for (int number = 0; number < 1_005; number++) {
            ArticleId id = store(number).id();
            if (number != 500) {
                articles.delete(id, Samples.NOON.plus(Duration.ofDays(10)).plusMillis(number));
                deleted.add(id);
            }
        }
        ReindexDeletions deletions = new ReindexDeletions(new ChangesInOrder(articles), applied::addAll);
        assertEquals(1_004, deletions.reindex(Samples.NOON.plus(Duration.ofDays(11))));
        assertEquals(deleted, applied.stream().map(Change::id).toList());
        assertEquals(new Change.Remove(deleted.getFirst(), Samples.NOON.plus(Duration.ofDays(10))), applied.getFirst());
    }
}
