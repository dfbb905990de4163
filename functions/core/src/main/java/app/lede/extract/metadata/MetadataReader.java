package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.script.LinkedData;
import app.lede.extract.script.StateDates;
import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Reads a page's metadata from JSON-LD, meta elements and marked-up elements. */
public final class MetadataReader {

    private static final int MAX_KEYWORDS = 50;
    private static final int MAX_LOGOS = 6;
    private static final Pattern FRONT_PAGE = Pattern.compile("https?://[^/]{1,255}/?");

    /** Longer declarations are no language tags (RFC 5646, 4.4.1), in UTF-16 units. */
    private static final int MAX_LANGUAGE_TAG = 35;

    private final PageElements page;
    private final LinkedData linked;
    private final MetaTags meta;
    private final List<Passage> passages;
    private final DateFinder visibleDates;
    private final @Nullable String url;

    public MetadataReader(
            PageElements page,
            LinkedData linked,
            List<Passage> passages,
            DateFinder visibleDates,
            @Nullable String url) {
        this.page = page;
        this.linked = linked;
        this.meta = MetaTags.of(page);
        this.passages = passages;
        this.visibleDates = visibleDates;
        this.url = url;
    }

    public Declared read() {
        Optional<String> publisher = publisher();
        String declared = declaredUrl().orElse(null);
        String address = url == null ? declared : url;
        SiteNames site =
                new SiteNames(Stream.concat(meta.first("og:site_name").stream(), publisher.stream()), logos(), address);
        Headlines.Choice headline = new Headlines(page, passages, linked, meta, site).choose();
        String title = headline.headline() == null ? "" : headline.headline();
        Masthead masthead = new Masthead(passages, title);
        Nearby nearby = new Nearby(page, title);
        String language = language().orElse(null);
        String spoken = language == null ? "" : language;
        ArticleDates dates = new ArticleDates(linked, meta, nearby, masthead, visibleDates, spoken, address);
        Metadata article = Metadata.builder()
                .headline(headline.headline())
                .alternativeHeadline(headline.alternative())
                .description(description().orElse(null))
                .authors(new Bylines(linked, meta, masthead, nearby, site).authors())
                .publisher(publisher.orElse(null))
                .datePublished(dates.published().or(() -> inState(title)).orElse(null))
                .dateModified(dates.modified().orElse(null))
                .section(section().orElse(null))
                .keywords(keywords())
                .image(image().orElse(null))
                .isAccessibleForFree(accessibleForFree().orElse(null))
                .build();
        return new Declared(article, language, declared);
    }

    /** Returns the date that the state of a page rendered in the browser has beside the headline. */
    private Optional<PublishedDate> inState(String headline) {
        return StateDates.published(page.dom(), headline).flatMap(raw -> DateParser.read(raw, "script"));
    }

    /** Returns what the links to the site's front page say, in words or by a picture's description. */
    private Stream<String> logos() {
        return page.named("a").stream()
                .filter(link -> link.attr("href").equals("/")
                        || link.attr("rel").equals("home")
                        || (url != null
                                && FRONT_PAGE.matcher(link.attr("href")).matches()
                                && url.startsWith(link.attr("href"))))
                .limit(MAX_LOGOS)
                .flatMap(link -> Stream.concat(
                        Stream.of(Words.line(link.text()), link.attr("aria-label")),
                        link.select("img[alt]").stream().limit(1).map(img -> img.attr("alt"))));
    }

    private Optional<String> section() {
        return linked.text("articleSection").or(() -> meta.first("article:section", "section"));
    }

    private Optional<String> description() {
        return meta.first("og:description", "description", "twitter:description")
                .or(() -> linked.text("description"));
    }

    private Optional<String> publisher() {
        return linked.names("publisher").stream()
                .map(LinkedData.Name::name)
                .findFirst()
                .or(() -> meta.first("og:site_name", "application-name", "publisher", "dc.publisher"));
    }

    private Optional<String> language() {
        return page.named("html").stream()
                .filter(html -> html.hasAttr("lang"))
                .findFirst()
                .map(element -> element.attr("lang"))
                .or(() -> linked.text("inLanguage"))
                .or(() -> meta.first("og:locale", "content-language", "language", "dc.language"))
                .flatMap(MetadataReader::languageTag);
    }

    /** Normalises a language tag: {@code de_AT.UTF-8} and {@code de-at} become {@code de-AT}; empty if invalid. */
    private static Optional<String> languageTag(String declared) {
        String tag = declared.split("[,;.@ ]", 2)[0].replace('_', '-').strip();
        if (tag.length() > MAX_LANGUAGE_TAG) {
            return Optional.empty();
        }
        String normal = Locale.forLanguageTag(tag).toLanguageTag();
        return normal.equals("und") ? Optional.empty() : Optional.of(normal);
    }

    private List<String> keywords() {
        List<String> found = new ArrayList<>();
        linked.names("keywords").forEach(name -> found.add(name.name()));
        List<String> declared = found.isEmpty() ? meta.all("news_keywords", "article:tag", "keywords") : found;
        return declared.stream()
                .flatMap(each -> List.of(each.split("[,;]", MAX_KEYWORDS)).stream())
                .map(Words::line)
                .filter(keyword -> !keyword.isEmpty() && keyword.length() <= 100)
                .distinct()
                .limit(MAX_KEYWORDS)
                .toList();
    }

    private Optional<String> image() {
        return meta.first("og:image", "og:image:url", "twitter:image", "twitter:image:src")
                .flatMap(this::absolute);
    }

    private Optional<String> declaredUrl() {
        return page.named("link").stream()
                .filter(link -> link.attr("rel").strip().equalsIgnoreCase("canonical") && link.hasAttr("href"))
                .findFirst()
                .map(element -> element.attr("href").strip())
                .filter(href -> !href.isEmpty())
                .or(() -> meta.first("og:url"))
                .flatMap(this::absolute);
    }

    private Optional<String> absolute(String href) {
        String resolved = StringUtil.resolve(page.dom().baseUri(), href);
        return resolved.startsWith("http") ? Optional.of(resolved) : Optional.empty();
    }

    private Optional<Boolean> accessibleForFree() {
        String declared =
                LowerCase.of(linked.article().path("isAccessibleForFree").asText(""));
        return switch (declared.substring(declared.lastIndexOf('/') + 1)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> meta.first("article:content_tier").map(tier -> tier.equalsIgnoreCase("free"));
        };
    }
}
