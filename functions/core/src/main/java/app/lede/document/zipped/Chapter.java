package app.lede.document.zipped;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Describes a page of an e-book.
 *
 * @param headline empty if the page begins without one
 * @param words of the text
 * @param byline the line under the headline that names an author, in lower case; empty if there is none
 * @param address where the page was taken from; empty if it doesn't say
 */
record Chapter(String path, String headline, int words, String byline, String address) {

    /** Most words before a headline: a section's name, a picture's caption. */
    private static final int BEFORE = 40;

    /** Blocks behind the headline that can be a byline. */
    private static final int NEAR = 5;

    private static final int MAX_BYLINE = 120;

    private static final Pattern BYLINE = Pattern.compile(
            "(?iU)(?:by|von|par|por|di|de|door|av|af|text|texte|texto|testo|tekst|words|автор|текст|作者|文|記者|记者)[:"
                    + " ：].*");

    private static final Pattern NUMBERED = Pattern.compile(
            "(?iU)(?:(?:chapter|part|book|kapitel|teil|buch|chapitre|partie|livre"
                + "|capítulo|capitulo|parte|capitolo|hoofdstuk|deel|rozdział|część|kapittel|luku|fejezet|глава|часть|розділ)\\b.*"
                + "|.*\\b(?:chapter|kapitel|chapitre)|(?:\\d{1,4}|(?-i:[IVXLC]{1,7}))(?:[.:)–—].*)?|第.{1,6}[章回部].*|prolog(?:ue)?|epilog(?:ue)?)");

    static Chapter of(String path, Document page) {
        Element body = page.body();
        String text = body.text();
        @Nullable
        Element heading = body.select("h1, h2, h3").stream()
                .filter(Element::hasText)
                .findFirst()
                .orElse(null);
        if (heading == null || Words.count(text.substring(0, Math.max(0, text.indexOf(heading.text())))) > BEFORE) {
            return new Chapter(path, "", Words.count(text), "", address(page));
        }
        int words = Words.count(text) - Words.count(heading.text());
        return new Chapter(path, heading.text(), words, byline(body, heading), address(page));
    }

    /** Tests for a headline that is a number in a sequence. */
    boolean isNumbered() {
        return NUMBERED.matcher(headline).matches();
    }

    private static String byline(Element body, Element heading) {
        return body.getAllElements().stream()
                .dropWhile(element -> !element.equals(heading))
                .skip(1)
                .filter(element -> !element.ownText().isBlank() && !heading.equals(element.parent()))
                .limit(NEAR)
                .filter(Chapter::isByline)
                .map(element -> LowerCase.of(element.text()))
                .findFirst()
                .orElse("");
    }

    private static boolean isByline(Element element) {
        String marks = LowerCase.of(element.className() + " " + element.attr("rel") + " " + element.attr("itemprop"));
        boolean marked = marks.contains("byline") || marks.contains("author");
        return element.text().length() <= MAX_BYLINE
                && (marked || BYLINE.matcher(element.text()).matches());
    }

    /** Returns the canonical address, or the one that calibre writes below an article of the web. */
    private static String address(Document page) {
        Element canonical = page.selectFirst("link[rel=canonical][href^=http]");
        Element source =
                page.selectFirst("p:contains(downloaded by calibre) a[href^=http], .calibre_navbar a[href^=http]");
        Element link = canonical == null ? source : canonical;
        return link == null ? "" : link.attr("href");
    }
}
