package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.extract.page.NameTokens;
import app.lede.extract.script.LinkedData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the dates of publication and modification: JSON-LD, meta elements, marked-up time, URL. */
final class ArticleDates {

    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "published-date",
        "publish-date",
        "publishdate",
        "publish_date",
        "pubdate",
        "date.published",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "dcterms.issued",
        "date"
    };

    private static final String[] MODIFIED = {
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified"
    };

    private final LinkedData linked;
    private final MetaTags meta;
    private final Nearby nearby;
    private final Masthead masthead;
    private final DateFinder written;
    private final String language;
    private final @Nullable String url;

    ArticleDates(
            LinkedData linked,
            MetaTags meta,
            Nearby nearby,
            Masthead masthead,
            DateFinder written,
            String language,
            @Nullable String url) {
        this.linked = linked;
        this.meta = meta;
        this.nearby = nearby;
        this.masthead = masthead;
        this.written = written;
        this.language = language;
        this.url = url;
    }

    /**
     * Returns the date of publication, or of modification if it is the only one. Dates shown beside the headline come
     * late, since they may be of any kind.
     */
    Optional<PublishedDate> published() {
        return first(stated("datePublished").or(() -> stated("dateCreated")).stream(), "json-ld")
                .or(() -> first(Stream.of(PUBLISHED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() -> marked(nearby.all("[itemprop=datePublished], time[pubdate]")))
                .or(() -> marked(nearby.closest("time[datetime]")))
                .or(() -> Optional.ofNullable(url).flatMap(DateParser::inAddress))
                .or(() -> masthead.date(written, language))
                .or(this::inWords)
                .or(() -> marked(nearby.all("article time[datetime], time[datetime]")))
                .or(this::modified);
    }

    Optional<PublishedDate> modified() {
        return first(stated("dateModified").stream(), "json-ld")
                .or(() -> first(Stream.of(MODIFIED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() -> marked(nearby.all("[itemprop=dateModified]")))
                .or(() -> masthead.dateOfChange(written, language));
    }

    private Optional<String> stated(String property) {
        return linked.text(property).or(() -> linked.pageText(property));
    }

    private static Optional<PublishedDate> first(Stream<String> raw, String source) {
        return raw.flatMap(text -> DateParser.read(text, source).stream()).findFirst();
    }

    /**
     * Parses dates written in words in machine-readable fields. Tried after the date shown on the page, since such
     * fields are filled in by hand once.
     */
    private Optional<PublishedDate> inWords() {
        return firstInWords(stated("datePublished").stream(), "json-ld")
                .or(() -> firstInWords(Stream.of(PUBLISHED).flatMap(name -> meta.first(name).stream()), "meta"));
    }

    private Optional<PublishedDate> firstInWords(Stream<String> raw, String source) {
        return raw.flatMap(text -> written.in(text, language).stream())
                .findFirst()
                .map(date -> date.from(source));
    }

    private static Optional<PublishedDate> marked(List<Element> elements) {
        Stream<String> raw = elements.stream()
                .filter(element -> !isOfChange(element))
                .flatMap(element -> Stream.of(element.attr("datetime"), element.attr("content"), element.text()));
        return first(raw.filter(text -> !text.isBlank()), "time");
    }

    /** Tests for a date of change; blogs mark up both and hide one: {@code <time class="updated">}. */
    private static boolean isOfChange(Element element) {
        List<String> tokens = NameTokens.of(element);
        return (tokens.contains("updated") || tokens.contains("modified")) && !tokens.contains("published");
    }
}
