package app.lede.feed;

import java.util.Locale;

/**
 * Reads the {@code feed:} URI scheme that browsers and feed readers hand over: {@code feed://host/path} stands for http, and
 * {@code feed:https://host/path} for what follows the prefix.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-obasanjo-feed-uri-scheme-02">The feed URI scheme</a>
 */
public final class FeedScheme {

    private static final String PREFIX = "feed:";

    private FeedScheme() {}

    /** Returns the web address; any other address comes back as it is. */
    public static String web(String url) {
        String text = url.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return text;
        }
        String rest = text.substring(PREFIX.length());
        return rest.startsWith("//") ? "http:" + rest : rest;
    }
}
