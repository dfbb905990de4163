package app.lede.testkit;

import app.lede.abstractive.AnswerStore;
import app.lede.article.ArticleStore;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import app.lede.search.SearchIndex;
import app.lede.story.StoryStore;
import org.junit.jupiter.api.Nested;

/** Runs the contract tests of articles, their search and their stories on the in-memory ports. */
class InMemoryArticlePortsTest {

    @Nested
    class Articles extends ArticleStoreContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore(Crashes dying) {

            articles = new InMemoryArticles(dying);
            return articles;
        }

        @Override
        protected ArticleStore afterCrash() {
            return articles;
        }
    }

    @Nested
    class Arrivals extends ArrivalIndexContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore() {
            articles = new InMemoryArticles();
            return articles;
        }

        @Override
        protected ArrivalIndex index() {
            return articles;
        }
    }

    @Nested
    class Changes extends ChangeIndexContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore() {
            articles = new InMemoryArticles();
            return articles;
        }

        @Override
        protected ChangeIndex index() {
            return articles;
        }
    }

    @Nested
    class Stories extends StoryStoreContract {
        @Override
        protected StoryStore empty() {
            return new InMemoryStories();
        }
    }

    @Nested
    class Searching extends SearchIndexContract {
        @Override
        protected SearchIndex emptyIndex() {
            return new InMemorySearchIndex();
        }
    }

    @Nested
    class Near extends NearReportsContract {
        @Override
        protected SearchIndex emptyIndex() {
            return new InMemorySearchIndex();
        }
    }

    @Nested
    class Answers extends AnswerStoreContract {
        @Override
        protected AnswerStore emptyStore() {
            return new InMemoryAnswers();
        }
    }
}
