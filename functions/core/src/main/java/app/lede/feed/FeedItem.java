package app.lede.feed;

import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Nothing here is clamped or made up: a component the feed doesn't give is null.
 *
 * @param id the publisher's identifier, as given: may be reused, or change at each poll
 * @param url the article's page, absolute, http or https
 * @param title safe HTML; see {@link #plainTitle()}
 * @param published may lie in the future, or a century ago
 * @param publishedRaw the publication date as written, also where it could not be read
 * @param author names, joined by a comma; inherited from the feed where the format says so
 * @param summary safe HTML
 * @param content safe HTML, where the feed carries the whole article
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
        @Nullable String content) {

    private static final int MAX_DISPLAY_TITLE = 100;

    /** Whether it names a page and says nothing of it, as sitemaps do. */
    public boolean isBare() {
        return url != null && title == null && published == null && summary == null && content == null;
    }

    /** The title without markup and entities, one line. */
    public Optional<String> plainTitle() {
        return Optional.ofNullable(title)
                .map(html -> Jsoup.parseBodyFragment(html).text());
    }

    /** What to call the item where something must stand: its title, else the beginning of its text, else its address or id. */
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
        return new FeedItem(id, url, title, published, publishedRaw, updated, name, summary, content);
    }

    /** When the item last showed a sign of life, for telling newer from older. */
    @Nullable
    Instant latest() {
        return published != null ? published : updated;
    }
}
