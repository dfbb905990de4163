package app.lede.local.command.bench;

import app.lede.search.Criteria;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Kind of query that is measured, twenty hits a page. */
enum QueryKind {
    /** A word of some articles in a hundred, best first. */
    TERM,
    /** Two words that stand side by side in some article, best first. */
    PHRASE,
    /** A language, a country and thirty days, newest first. */
    FILTER,
    /** Counts by country of the articles with a word. */
    FACET,
    /** A word of many articles, newest first. */
    NEWEST;

    private static final int LIMIT = 20;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Prepares one query, another for each state of the random numbers. */
    Runnable query(SearchIndex index, MadeUpArticles articles, int count, Random random) {
        return switch (this) {
            case TERM -> search(index, Filter.ALL.asking(articles.word(50 + random.nextInt(500))), Sort.RELEVANCE);
            case PHRASE -> search(index, Filter.ALL.asking(phrase(articles, count, random)), Sort.RELEVANCE);
            case FILTER -> search(index, filter(random), Sort.NEWEST);
            case FACET -> {
                Criteria criteria = Criteria.of(Filter.ALL.asking(articles.word(50 + random.nextInt(500))));
                yield () -> index.counts(criteria, Fact.COUNTRY);
            }
            case NEWEST -> search(index, Filter.ALL.asking(articles.word(random.nextInt(20))), Sort.NEWEST);
        };
    }

    private static Runnable search(SearchIndex index, Filter filter, Sort sort) {
        Search search = new Search(Criteria.of(filter), sort, LIMIT, null);
        return () -> index.search(search);
    }

    private static String phrase(MadeUpArticles articles, int count, Random random) {
        String text = articles.article(random.nextInt(count)).text();
        int first = text.indexOf(' ', text.length() / 2) + 1;
        int end = text.indexOf(' ', text.indexOf(' ', first) + 1);
        return '"' + text.substring(first, end) + '"';
    }

    private static Filter filter(Random random) {
        Instant from = MadeUpArticles.FIRST_DAY.plus(Duration.ofDays(random.nextInt(335)));
        return Filter.ALL
                .with(Fact.LANG, MadeUpArticles.language(random.nextInt(9)))
                .with(Fact.COUNTRY, MadeUpArticles.country(random.nextInt(30)))
                .published(from, from.plus(Duration.ofDays(30)));
    }
}
