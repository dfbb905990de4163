package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Canary;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.pipeline.ArticleChange.Deleted;
import app.lede.pipeline.ArticleChange.Stored;
import app.lede.pipeline.IndexArticles.Outcome;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexArticlesTest {

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final IndexArticles step = new IndexArticles(texts, index::apply);

    private final ParsedArticle parsed = Samples.parsed(
            "https://news.example.org/bridge", "harbour", Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
    private final Article article = Samples.article(parsed, Samples.NOON);

    private List<ArticleId> found(String q) {
        return index.search(new Search(Criteria.of(Filter.ALL.asking(q)), Sort.NEWEST, 10, null)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    @Test
    void a_stored_article_is_found_by_words_of_its_text() {
        texts.put(parsed);
        assertEquals(List.of(Outcome.INDEXED), step.index(List.of(new Stored(article))));
        assertEquals(List.of(article.id()), found("Freitag"));
    }

    @Test
    void a_deleted_article_is_found_no_more_even_if_its_storing_is_told_again() {
        texts.put(parsed);
        Deleted deleted = new Deleted(article.id(), Samples.NOON.plusSeconds(1));
        assertEquals(List.of(Outcome.INDEXED, Outcome.REMOVED), step.index(List.of(new Stored(article), deleted)));
        assertEquals(List.of(), found("Freitag"));
        step.index(List.of(new Stored(article)));
        assertEquals(List.of(), found("Freitag"));
    }

    @Test
    void the_canary_is_left_out() {
        ParsedArticle canary =
                Samples.parsed(Canary.URL, "Freitag", article.provenance().precedence());
        texts.put(canary);
        assertEquals(List.of(Outcome.LEFT_OUT), step.index(List.of(new Stored(Samples.article(canary, Samples.NOON)))));
        assertEquals(List.of(), found("Freitag"));
    }

    @Test
    void an_article_whose_text_is_gone_is_left_out_and_the_others_are_not() {
        texts.put(parsed);
        Article gone = Samples.article("https://news.example.org/gone", "gone", Samples.NOON);
        assertEquals(
                List.of(Outcome.WITHOUT_TEXT, Outcome.INDEXED),
                step.index(List.of(new Stored(gone), new Stored(article))));
        assertEquals(List.of(article.id()), found("Freitag"));
    }

    @Test
    void an_article_whose_story_does_not_settle_is_found_all_the_same() {
        texts.put(parsed);
        IndexArticles unsettled = new IndexArticles(
                texts, index::apply, changes -> new GroupStories.Unsettled(Set.of(article.id()), Set.of()));
        assertEquals(List.of(Outcome.STORY_UNSETTLED), unsettled.index(List.of(new Stored(article))));
        IndexArticles waiting = new IndexArticles(
                texts, index::apply, changes -> new GroupStories.Unsettled(Set.of(), Set.of(article.id())));
        assertEquals(List.of(Outcome.STORY_WAITING), waiting.index(List.of(new Stored(article))));
        assertEquals(List.of(article.id()), found("Freitag"));
    }

    @Test
    void nothing_is_reported_done_if_the_index_is_unavailable() {
        texts.put(parsed);
        SearchIndex broken = Crashes.atStep(1).around(SearchIndex.class, index);
        IndexArticles failing = new IndexArticles(texts, broken::apply);
        assertThrows(RuntimeException.class, () -> failing.index(List.of(new Stored(article))));
        assertEquals(List.of(), found("Freitag"));
    }
}
