package app.lede.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads where a page sends its visitors by itself: {@code <meta http-equiv=refresh content="0; url=/story">}. */
public final class MetaRefresh {

    /** In seconds; a later refresh reloads a page for those who leave it open. */
    private static final int LONGEST = 5;

    /** In bytes; the head of a page that does nothing else is short. */
    private static final int MAX_HEAD = 16 * 1024;

    private static final Pattern CONTENT = Pattern.compile(
            "([0-9]{1,3})(?:\\.[0-9]{0,9})?[;, ]{1,9}(?:url ?= ?)?['\"]?([^'\"]{1,8192}).{0,99}",
            Pattern.CASE_INSENSITIVE);

    private MetaRefresh() {}

    /** In letters of its paragraphs, some 80 words: a page with as many has its own article. */
    private static final int ARTICLE = 400;

    /** In bytes; an article begins within. */
    private static final int MAX_PAGE = 1024 * 1024;

    /**
     * Returns the target of a refresh within 5 seconds to another address; none from https to http. A page with an article of
     * its own has none either, since the target may be dead or an advertisement.
     */
    public static Optional<URI> target(byte[] body, URI page) {
        String head = new String(Arrays.copyOf(body, Math.min(body.length, MAX_HEAD)), StandardCharsets.ISO_8859_1);
        if (!head.toLowerCase(Locale.ROOT).contains("refresh")) {
            return Optional.empty();
        }
        return WebUrl.of(page.toString()).flatMap(here -> Jsoup.parse(utf8(head)).select("meta[http-equiv]").stream()
                .filter(MetaRefresh::isRefresh)
                .findFirst()
                .flatMap(meta -> target(meta.attr("content").strip(), here))
                .filter(target -> !hasArticle(body)));
    }

    private static boolean hasArticle(byte[] body) {
        String page = new String(Arrays.copyOf(body, Math.min(body.length, MAX_PAGE)), StandardCharsets.UTF_8);
        return Jsoup.parse(page).select("p").stream()
                        .mapToLong(paragraph -> paragraph
                                .text()
                                .chars()
                                .filter(Character::isLetter)
                                .count())
                        .sum()
                >= ARTICLE;
    }

    private static Optional<URI> target(String content, WebUrl here) {
        Matcher parts = CONTENT.matcher(content);
        if (content.length() > WebUrl.MAX_LENGTH || !parts.matches() || Integer.parseInt(parts.group(1)) > LONGEST) {
            return Optional.empty();
        }
        String reference = parts.group(2).strip();
        return (reference.toLowerCase(Locale.ROOT).startsWith("url")
                        ? Optional.<WebUrl>empty()
                        : here.resolve(reference))
                .filter(target -> target.userInfo().isEmpty())
                .filter(target ->
                        target.scheme().equals("https") || here.scheme().equals("http"))
                .filter(target -> !target.toString().equals(here.toString()))
                .map(WebUrl::uri);
    }

    /** Tests for a refresh meant for all browsers; one inside {@code noscript} is not. */
    private static boolean isRefresh(Element meta) {
        return meta.attr("http-equiv").strip().equalsIgnoreCase("refresh") && meta.closest("noscript") == null;
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
