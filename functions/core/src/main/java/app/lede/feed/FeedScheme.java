package app.lede.feed;

import java.util.Locale;

/**
 * Resolves the {@code feed:} URI scheme: {@code feed://host/path} to http, and {@code feed:https://host/path} to the URL
 * after the prefix.
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
