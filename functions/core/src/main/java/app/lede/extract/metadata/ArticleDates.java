package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.extract.metadata.DateLabels.Kind;
import app.lede.extract.page.NameTokens;
import app.lede.extract.script.LinkedData;
import app.lede.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the dates of publication and modification: JSON-LD, meta elements, marked-up time, URL. */
final class ArticleDates {

    private static final String[] PUBLISHED = {
        "article:published_time",
        "article:published",
        "article:published_date",
        "article:publication_date",
        "article:post_date",
        "og:published_time",
        "og:article:published_time",
        "vr:published_time",
        "shareaholic:article_published_time",
        "rnews:datePublished",
        "datePublished",
        "parsely-pub-date",
        "sailthru.date",
        "published_date",
        "published_time",
        "publish_date",
        "publish_time",
        "og:publish_date",
        "pub_date",
        "bt:pubDate",
        "cse_pubdate",
        "og:pubdate",
        "date.published",
        "original_publication_date",
        "article_date_original",
        "dc.date.issued",
        "dc.date.published",
        "dcterms.created",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "published",
        "published_on",
        "publication_date",
        "date_posted",
        "citation_publication_date",
        "citation_date",
        "prism.publicationDate",
        "cXenseParse:recs:publishtime",
        "article:created",
        "date"
    };

    /** Fields that may tell when a file was made or something takes place: only where nothing else has a date. */
    private static final String[] VAGUE = {"dc.date.created", "date_created", "displaydate"};

    private static final String[] MODIFIED = {
        "article:modified_time",
        "article:modified",
        "article:modified_date",
        "og:updated_time",
        "dateModified",
        "modified_date",
        "updated_date",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified"
    };

    private static final DateLabels LABELS = DateLabels.load();

    /** Words between a label and its marked-up date: "Updated on Wed,". */
    private static final int MAX_LABEL_DISTANCE = 3;

    /** UTF-16 units before a marked-up date that are searched for a label. */
    private static final int MAX_LABEL = 80;

    /** Characters of a day in ISO 8601. */
    private static final int DAY = 10;

    private static final int MAX_SIBLINGS = 4;
    private static final int MAX_CLIMB = 2;

    private static final Marks PUBLICATION = Marks.stated(
                    "[itemprop=datePublished], time[pubdate], [property$=datePublished],"
                            + " [property~=(^|\\s)(dc:date|dc:issued|schema:dateCreated)(\\s|$)]")
            .ofArticle();
    private static final Marks ABBREVIATED = Marks.stated("abbr.published[title], abbr.time[title]");
    private static final Marks CHANGE =
            Marks.stated("[itemprop=dateModified], time.updated, abbr.updated[title], [property$=dateModified]");
    private static final Marks TIME = Marks.stated("time[datetime]");

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
        return anyPublished().map(this::local);
    }

    private Optional<PublishedDate> anyPublished() {
        return first(stated("datePublished").or(() -> stated("dateCreated")).stream(), "json-ld")
                .or(() -> first(Stream.of(PUBLISHED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() -> marked(ofPublication(), ArticleDates::isOfPublication))
                .or(() -> marked(nearby.closest(TIME), ArticleDates::isOfPublication))
                .or(() -> marked(nearby.all(ABBREVIATED), ArticleDates::isOfPublication))
                .or(() -> Optional.ofNullable(url).flatMap(DateParser::inAddress))
                .or(() -> masthead.date(written, language))
                .or(this::inWords)
                .or(() -> marked(nearby.all(TIME), ArticleDates::isOfPublication))
                .or(() -> first(Stream.of(VAGUE).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(this::modified);
    }

    /** Returns the elements marked as the date of publication, unless they tell several days, as a list of stories does. */
    private List<Element> ofPublication() {
        List<Element> all = nearby.all(PUBLICATION);
        List<Element> closest = isOfOneDay(all) ? all : nearby.closest(PUBLICATION);
        return isOfOneDay(closest) ? closest : List.of();
    }

    private static boolean isOfOneDay(List<Element> dates) {
        return dates.stream()
                        .flatMap(element -> marked(List.of(element), ArticleDates::isOfPublication).stream())
                        .map(date -> date.value().substring(0, DAY))
                        .distinct()
                        .count()
                <= 1;
    }

    /**
     * Returns the same moment as another field of the page writes it, with the offset of the publisher: a moment in UTC may name
     * the next day or the day before.
     */
    private PublishedDate local(PublishedDate date) {
        if (!date.value().endsWith("Z")) {
            return date;
        }
        Stream<String> times = nearby.all(TIME).stream().map(element -> element.attr("datetime"));
        return Stream.concat(Stream.of(PUBLISHED).flatMap(name -> meta.first(name).stream()), times)
                .flatMap(text -> DateParser.read(text, date.source()).stream())
                .filter(other ->
                        other.value().indexOf('T') > 0 && !other.value().endsWith("Z"))
                .filter(other -> other.instant().equals(date.instant()))
                .findFirst()
                .orElse(date);
    }

    Optional<PublishedDate> modified() {
        return first(stated("dateModified").stream(), "json-ld")
                .or(() -> first(Stream.of(MODIFIED).flatMap(name -> meta.first(name).stream()), "meta"))
                .or(() -> marked(nearby.all(CHANGE), each -> true))
                .or(() -> marked(nearby.all(TIME), ArticleDates::isLabelledAsChange))
                .or(() -> masthead.dateOfChange(written, language));
    }

    private Optional<String> stated(String property) {
        return linked.moment(property).or(() -> linked.pageText(property));
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

    private static Optional<PublishedDate> marked(List<Element> elements, Predicate<Element> wanted) {
        Stream<String> raw = elements.stream()
                .filter(wanted)
                .flatMap(element -> Stream.of(
                        element.attr("datetime"), element.attr("content"), element.attr("title"), element.text()));
        return first(raw.filter(text -> !text.isBlank()), "time");
    }

    /** Tests for a date that is not of a change; blogs mark up both and hide one: {@code <time class="updated">}. */
    private static boolean isOfPublication(Element element) {
        List<String> tokens = NameTokens.of(element);
        boolean changed = tokens.contains("updated") || tokens.contains("modified");
        return tokens.contains("published")
                || !(changed
                        || label(element).filter(kind -> kind != Kind.PUBLISHED).isPresent());
    }

    private static boolean isLabelledAsChange(Element element) {
        return label(element).filter(kind -> kind == Kind.CHANGED).isPresent();
    }

    /** Returns what the words before a marked-up date say it is of: "Updated &lt;time&gt;", "Updated: &lt;b&gt;&lt;time&gt;". */
    private static Optional<Kind> label(Element element) {
        Element place = element;
        String before = textBefore(element);
        for (int climb = 0; climb < MAX_CLIMB && before.isBlank() && place.parent() != null; climb++) {
            place = place.parent();
            before = textBefore(place);
        }
        String near = before;
        return LABELS.last(near)
                .filter(label -> Words.count(near.substring(label.end())) <= MAX_LABEL_DISTANCE)
                .map(DateLabels.Label::kind);
    }

    /** Returns the end of the text that stands before an element in its parent. */
    private static String textBefore(Element element) {
        StringBuilder before = new StringBuilder();
        Node node = element.previousSibling();
        for (int i = 0; node != null && i < MAX_SIBLINGS; i++) {
            String text = node instanceof Element sibling
                    ? sibling.text()
                    : node instanceof TextNode words ? words.text() : "";
            before.insert(0, text.substring(Math.max(0, text.length() - MAX_LABEL)) + ' ');
            node = node.previousSibling();
        }
        return before.toString().strip();
    }
}
