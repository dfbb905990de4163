package app.lede.testkit;

import app.lede.article.ArticleId;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.search.Change;
import app.lede.search.Fact;
import app.lede.search.SearchDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents for the tests of search. Document number n was published n minutes after noon and arrived an hour later. */
public final class SearchSamples {

    private SearchSamples() {}

    public static ArticleId id(int number) {
        return ArticleId.ofUrl("https://news.example.org/" + number);
    }

    /** Creates an English document without countries. */
    public static SearchDocument document(int number, @Nullable String headline, String text) {
        return document(number, headline, text, "en", List.of());
    }

    /** Creates a document in a language. */
    public static SearchDocument document(
            int number, @Nullable String headline, String text, String language, List<String> countries) {
        Map<Fact, List<String>> facts = Map.of(
                Fact.AUTHOR, List.of("Ada Beispiel", "Bo Exempel " + number % 2),
                Fact.PUBLISHER, List.of("Harbour Gazette"),
                Fact.SOURCE, List.of("source" + number % 3),
                Fact.LANG, List.of(language),
                Fact.COUNTRY, countries,
                Fact.TAG, List.of("High Water", "desk" + number % 2),
                Fact.ACCESS, List.of("open"),
                Fact.CONFIDENCE, List.of(number == 3 ? "low" : "high"));
        Instant published = Samples.NOON.plus(Duration.ofMinutes(number));
        return new SearchDocument(
                id(number),
                new Revision(Digest.base32(text)),
                headline,
                text,
                facts,
                published,
                published.plus(Duration.ofHours(1)),
                published.plus(Duration.ofHours(1)));
    }

    /** Creates a document with another document's times and no facts. */
    public static SearchDocument plain(int number, String text, SearchDocument times) {
        return new SearchDocument(
                id(number),
                new Revision(Digest.base32(text)),
                null,
                text,
                Map.of(),
                times.published(),
                times.arrival(),
                times.changed());
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
                old.facts(),
                old.published(),
                old.arrival(),
                old.changed().plus(later));
    }
}
