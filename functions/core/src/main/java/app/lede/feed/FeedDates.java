package app.lede.feed;

import app.lede.date.DateOrder;
import app.lede.date.WrittenMoment;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Parses the dates of one feed, by its language and by the order of day and month that its other dates show. Not thread safe.
 */
final class FeedDates {

    private static final WrittenMoment ALONE = new WrittenMoment("", DateOrder.UNKNOWN);

    private static final int MAX_MARKUP = 1_000;

    private final String feed;
    private final Supplier<String> language;
    private @Nullable WrittenMoment written;

    /**
     * Creates a parser.
     *
     * @param feed the whole feed's text
     * @param language its BCP 47 tag or empty, asked for at the first date
     */
    FeedDates(String feed, Supplier<String> language) {
        this.feed = feed;
        this.language = language;
    }

    /** Parses a date of this feed; empty if the text is not one, or not surely. */
    Optional<Instant> parse(String text) {
        if (written == null) {
            DateOrder shown = feed.indexOf('/') < 0 ? DateOrder.UNKNOWN : DateOrder.shownBy(feed);
            written = new WrittenMoment(language.get(), shown);
        }
        return text.indexOf('<') < 0 ? written.read(text) : marked(text, written);
    }

    /** Parses a date inside markup, as Drupal's views write it: the machine-readable one of a {@code time} element first. */
    private static Optional<Instant> marked(String text, WrittenMoment written) {
        if (text.length() > MAX_MARKUP) {
            return Optional.empty();
        }
        Element body = Jsoup.parseBodyFragment(text).body();
        Element time = body.selectFirst("time[datetime]");
        return Optional.ofNullable(time)
                .flatMap(element -> written.read(element.attr("datetime")))
                .or(() -> written.read(body.text()));
    }

    /** Parses a date of an unknown language; empty if the text is not one. */
    static Optional<Instant> read(String text) {
        return ALONE.read(text);
    }
}
