package app.lede.document;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Recognises pages that are lists of links, such as exports of reading lists and bookmarks. */
public final class LinkList {

    /** Says what to do with one. */
    public static final String DETAIL =
            "a list of links is not read: upload the pages, or add the addresses as sources";

    private static final int MIN_LINKS = 2;

    /** Share of the text, headings aside, inside of links; an article's is far below. */
    private static final double MIN_SHARE = 0.8;

    /** Letters outside of links above which a page may hold an article between long menus. */
    private static final int MAX_OTHER = 500;

    private LinkList() {}

    /** Tests a page; one with a script may have its text there. */
    static boolean is(Document dom) {
        if (dom.selectFirst("script") != null) {
            return false;
        }
        int links = 0;
        int linked = 0;
        for (Element link : dom.body().getElementsByTag("a")) {
            links += link.hasAttr("href") ? 1 : 0;
            linked += link.hasAttr("href") ? link.text().length() : 0;
        }
        int headings = dom.body().select("h1, h2, h3").stream()
                .mapToInt(heading -> heading.text().length())
                .sum();
        int text = dom.body().text().length() - headings;
        return links >= MIN_LINKS && linked >= MIN_SHARE * text && text - linked <= MAX_OTHER;
    }
}
