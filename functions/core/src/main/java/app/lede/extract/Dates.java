package app.lede.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** When the article was published and changed, by the document's own word: JSON-LD, meta, marked-up time, address. */
final class Dates {

    private static final int MAX_TIMES = 20;

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

    private final Document dom;
    private final LinkedData linked;
    private final MetaTags meta;
    private final @Nullable String url;

    Dates(Document dom, LinkedData linked, MetaTags meta, @Nullable String url) {
        this.dom = dom;
        this.linked = linked;
        this.meta = meta;
        this.url = url;
    }

    /** The date shown beside the headline is asked for last: it may be any date. */
    Optional<PublishedDate> published(Supplier<Optional<PublishedDate>> shown) {
        return first(linked.text("datePublished").or(() -> linked.text("dateCreated")).stream(), "json-ld")
                .or(() -> first(Stream.of(PUBLISHED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() ->
                        marked("[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"))
                .or(() -> Optional.ofNullable(url).flatMap(DateReader::inAddress))
                .or(shown);
    }

    Optional<PublishedDate> modified() {
        return first(linked.text("dateModified").stream(), "json-ld")
                .or(() -> first(Stream.of(MODIFIED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() -> marked("[itemprop=dateModified]"));
    }

    private static Optional<PublishedDate> first(Stream<String> raw, String source) {
        return raw.flatMap(text -> DateReader.read(text, source).stream()).findFirst();
    }

    private Optional<PublishedDate> marked(String... selectors) {
        for (String selector : selectors) {
            Stream<String> raw = dom.select(selector).stream()
                    .limit(MAX_TIMES)
                    .flatMap(element ->
                            List.of(element.attr("datetime"), element.attr("content"), element.text()).stream());
            Optional<PublishedDate> date = first(raw.filter(text -> !text.isBlank()), "time");
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }
}
