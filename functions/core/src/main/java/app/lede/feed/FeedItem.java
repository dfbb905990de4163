package app.lede.feed;

import app.lede.fetch.WrappedLink;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as published. Values are neither clamped nor inferred; a component the feed does not give is
 * null.
 *
 * @param id the publisher's identifier, as given: may be reused, or change at each poll
 * @param url the article's page, absolute, http or https
 * @param title safe HTML; see {@link #plainTitle()}
 * @param published may be in the future or decades ago
 * @param publishedRaw the publication date as written, even if it could not be parsed
 * @param author names, joined by a comma; inherited from the feed where the format says so
 * @param summary safe HTML
 * @param content safe HTML, where the feed carries the whole article
 * @param licence RSL terms of the item, as {@link app.lede.rights.RslDocument} writes them
 */
public record FeedItem(
        @Nullable String id,
        @Nullable String url,
        @Nullable String title,
        @Nullable Instant published,
        @Nullable String publishedRaw,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String licence) {

    /** Creates an item without a licence of its own. */
    public FeedItem(
            @Nullable String id,
            @Nullable String url,
            @Nullable String title,
            @Nullable Instant published,
            @Nullable String publishedRaw,
            @Nullable Instant updated,
            @Nullable String author,
            @Nullable String summary,
            @Nullable String content) {
        this(id, url, title, published, publishedRaw, updated, author, summary, content, null);
    }

    private static final int MAX_DISPLAY_TITLE = 100;

    /** Tests whether the item has an address but no title, summary or content, as in a sitemap. */
    public boolean isBare() {
        return url != null && title == null && published == null && summary == null && content == null;
    }

    /** Returns the title without markup and entities, on one line. */
    public Optional<String> plainTitle() {
        return Optional.ofNullable(title)
                .map(html -> Jsoup.parseBodyFragment(html).text());
    }

    /** Returns a label for the item: its title, else the start of its text, else its address or id. */
    public String displayTitle() {
        return plainTitle()
                .filter(text -> !text.isBlank())
                .or(() -> beginning(summary))
                .or(() -> beginning(content))
                .or(() -> Optional.ofNullable(url))
                .or(() -> Optional.ofNullable(id))
                .orElse("");
    }

    private static Optional<String> beginning(@Nullable String html) {
        return Optional.ofNullable(html)
                .map(markup -> Jsoup.parseBodyFragment(markup).text().strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= MAX_DISPLAY_TITLE
                        ? text
                        : text.substring(0, MAX_DISPLAY_TITLE).strip() + "…");
    }

    FeedItem withAuthor(String name) {
        return new FeedItem(id, url, title, published, publishedRaw, updated, name, summary, content, licence);
    }

    /** Returns the item with the address inside its link where that is a wrapped one; see {@link WrappedLink}. */
    FeedItem unwrapped() {
        String target = url == null ? null : WrappedLink.unwrapped(url);
        return Objects.equals(target, url)
                ? this
                : new FeedItem(id, target, title, published, publishedRaw, updated, author, summary, content, licence);
    }

    FeedItem withoutUpdate() {
        return new FeedItem(id, url, title, published, publishedRaw, null, author, summary, content, licence);
    }

    /** Returns the publication date, else the update, for ordering items by age. */
    @Nullable
    Instant latest() {
        return published != null ? published : updated;
    }
}
