package app.lede.testkit;

import app.lede.article.ArticleId;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents for the tests of search. Document number n was published n minutes after noon and arrived an hour later. */
public final class SearchSamples {

    private SearchSamples() {}

    public static ArticleId id(int number) {
        return ArticleId.ofUrl("https://news.example.org/" + number);
    }

    /** Creates an English document without other facts. */
    public static SearchDocument document(int number, @Nullable String headline, String text) {
        return document(number, headline, text, "en", List.of());
    }

    /** Creates a document in a language. */
    public static SearchDocument document(
            int number, @Nullable String headline, String text, @Nullable String language, List<String> countries) {
        Instant published = Samples.NOON.plus(Duration.ofMinutes(number));
        return new SearchDocument(
                id(number),
                new Revision(Digest.base32(text)),
                headline,
                text,
                List.of("Ada Beispiel", "Bo Exempel " + number % 2),
                "Harbour Gazette",
                "source" + number % 3,
                language,
                countries,
                List.of("keyword:Floods", "desk" + number % 2),
                "open",
                0.9,
                published,
                published.plus(Duration.ofHours(1)),
                published.plus(Duration.ofHours(1)));
    }

    public static Change put(SearchDocument document) {
        return new Change.Put(document);
    }

    /** Returns a later revision of a document, with other words. */
    public static SearchDocument changed(SearchDocument old, String text, Duration later) {
        return new SearchDocument(
                old.id(),
                new Revision(Digest.base32(text)),
                old.headline(),
                text,
                old.authors(),
                old.publisher(),
                old.sourceId(),
                old.language(),
                old.countries(),
                old.tags(),
                old.access(),
                old.confidence(),
                old.published(),
                old.arrival(),
                old.changed().plus(later));
    }
}
