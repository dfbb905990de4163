package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ArticleTexts}. */
public abstract class ArticleTextsContract {

    private final ParsedArticle article = Samples.parsed(
            "https://news.example.org/bridge",
            "Brücke 🌉 wieder offen",
            Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));

    /** Returns an empty store. */
    protected abstract ArticleTexts emptyTexts();

    @Test
    void what_was_put_comes_back_whole() {
        ArticleTexts texts = emptyTexts();
        texts.put(article);
        assertEquals(Optional.of(article), texts.get(article.key()));
    }

    @Test
    void several_texts_come_by_their_keys_without_those_that_are_not_there() {
        ArticleTexts texts = emptyTexts();
        ParsedArticle other = Samples.parsed(
                "https://news.example.org/ferry", "Fähre", Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
        texts.put(article);
        texts.put(other);
        assertEquals(
                Map.of(other.key(), other, article.key(), article),
                texts.getAll(List.of(other.key(), article.key() + "x", article.key())));
        assertEquals(Map.of(), texts.getAll(List.of()));
    }

    @Test
    void the_first_text_under_a_key_stays() {
        ArticleTexts texts = emptyTexts();
        ParsedArticle again = new ParsedArticle(
                article.id(),
                article.revision(),
                article.provenance(),
                article.documentKey(),
                article.url(),
                article.metadata(),
                "fr",
                article.blocks(),
                article.notes());
        texts.put(article);
        texts.put(again);
        assertEquals(Optional.of(article), texts.get(again.key()));
    }

    @Test
    void the_texts_of_an_article_are_listed_until_they_are_deleted() {
        ArticleTexts texts = emptyTexts();
        texts.put(article);
        assertEquals(List.of(article.key()), texts.keys(article.id()));
        assertEquals(List.of(), texts.keys(ArticleId.ofUrl("https://news.example.org/other")));
        texts.delete(article.key());
        texts.delete(article.key());
        assertEquals(List.of(), texts.keys(article.id()));
        assertEquals(Optional.empty(), texts.get(article.key()));
    }

    @Test
    void of_several_keys_the_existing_texts_come_back() {
        ArticleTexts texts = emptyTexts();
        ParsedArticle other = Samples.parsed(
                "https://news.example.org/other",
                "other words",
                Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
        texts.put(article);
        texts.put(other);
        assertEquals(
                Map.of(article.key(), article, other.key(), other),
                texts.getAll(List.of(article.key(), "articles/unknown", other.key(), article.key())));
        assertEquals(Map.of(), texts.getAll(List.of()));
    }

    @Test
    void an_unknown_key_is_empty() {
        assertEquals(Optional.empty(), emptyTexts().get(article.key()));
    }

    @Test
    void eight_threads_may_put_the_same_twice() {
        ArticleTexts texts = emptyTexts();
        InParallel.run(InParallel.THREADS, i -> {
            texts.put(article);
            texts.put(article);
            return i;
        });
        assertEquals(Optional.of(article), texts.get(article.key()));
    }

    @Test
    void two_sightings_of_one_article_do_not_hide_each_other() {
        ArticleTexts texts = emptyTexts();
        ParsedArticle later = Samples.parsed(
                "https://news.example.org/bridge",
                "other words",
                Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON.plusSeconds(1)));
        texts.put(article);
        texts.put(later);
        assertEquals(Optional.of(article), texts.get(article.key()));
        assertEquals(Optional.of(later), texts.get(later.key()));
    }
}
