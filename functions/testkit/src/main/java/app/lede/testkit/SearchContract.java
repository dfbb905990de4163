package app.lede.testkit;

import static app.lede.testkit.SearchSamples.document;

import app.lede.article.ArticleId;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Samples and questions that contract tests of a {@link SearchIndex} share. */
abstract class SearchContract {

    static final Criteria ALL = Criteria.of(Filter.ALL);

    /** Returns an empty index. */
    protected abstract SearchIndex emptyIndex();

    final SearchIndex index(SearchDocument... documents) {
        SearchIndex index = emptyIndex();
        index.apply(List.of(documents).stream().map(SearchSamples::put).toList());
        return index;
    }

    static Criteria words(String q) {
        return Criteria.of(Filter.ALL.asking(q));
    }

    static Hits search(SearchIndex index, Criteria criteria, Sort sort) {
        return index.search(new Search(criteria, sort, Search.MAX_LIMIT, null));
    }

    static List<ArticleId> ids(Hits hits) {
        return hits.hits().stream().map(Hit::id).toList();
    }

    static Set<ArticleId> found(SearchIndex index, String q) {
        return new HashSet<>(ids(search(index, words(q), Sort.NEWEST)));
    }

    static Set<ArticleId> set(int... numbers) {
        return new HashSet<>(IntStream.of(numbers).mapToObj(SearchSamples::id).toList());
    }

    static List<ArticleId> list(int... numbers) {
        return IntStream.of(numbers).mapToObj(SearchSamples::id).toList();
    }

    final SearchIndex harbour() {
        return index(
                document(1, "Mali signs treaty", "Delegates met in the harbour of Bamako", "en", List.of("ML")),
                document(2, "Russia signs treaty", "Delegates met in the old harbour", "en", List.of("RU", "ML")),
                document(3, "Niger closes border", "Nobody met at the old bridge", "fr", List.of("NE")));
    }
}
