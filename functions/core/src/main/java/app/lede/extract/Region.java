package app.lede.extract;

import app.lede.text.LowerCase;
import org.jsoup.nodes.Element;

/**
 * Parts of a page that say something about the text inside them; they nest, and hold for everything below.
 *
 * <p>Their order is that of the numbers {@code verdict.tsv} was trained on: a new one goes to the end, and then the weights are
 * trained again.
 */
enum Region {
    NAV(0x1),
    FOOTER(0x2),
    ASIDE(0x4),
    HEADER(0x8),
    FORM(0x10),
    FIGURE(0x20),
    CAPTION(0x40),
    LIST(0x80),
    TABLE(0x100),
    QUOTE(0x200),
    HEADING(0x400),
    ARTICLE(0x800),
    MAIN(0x1000),
    LINK(0x2000),
    DIALOG(0x4000),
    DETAILS(0x8000),
    HIDDEN(0x10000),
    /** Marked as the article's text in machine-readable form (schema.org microdata). */
    BODY_MARKUP(0x20000),
    /** Readers' comments below an article. */
    COMMENTS(0x40000),
    /** A request for consent to cookies or embedded content. */
    CONSENT(0x80000),
    /** A post from a social network that the article shows. */
    EMBED(0x100000),
    /** Facts set apart from the story. */
    FACTBOX(0x400000),
    /** Other articles that readers are pointed to. */
    RELATED(0x800000),
    /** A form or an invitation to subscribe or give. */
    SIGNUP(0x1000000),
    /** Text that is not drawn on the page: for screen readers only, or until something is touched. */
    UNSEEN(0x200000);

    private static final RegionNames NAMES = RegionNames.load();

    private final int bit;

    Region(int bit) {
        this.bit = bit;
    }

    int mask() {
        return bit;
    }

    boolean in(int regions) {
        return (regions & bit) != 0;
    }

    /** What the names on a page's elements say of them. */
    static RegionNames.OfPage names() {
        return NAMES.ofPage();
    }

    /** The regions inside an element that stands in the given ones, and is of those by its names. */
    static int enter(Element element, int byNames, int outer) {
        return outer | byNames | byTag(element.normalName()) | byAttributes(element);
    }

    private static int byTag(String tag) {
        return switch (tag) {
            case "nav", "menu" -> NAV.bit;
            case "footer" -> FOOTER.bit;
            case "aside" -> ASIDE.bit;
            case "header" -> HEADER.bit;
            case "form", "fieldset" -> FORM.bit;
            case "figure" -> FIGURE.bit;
            case "figcaption" -> CAPTION.bit;
            case "ul", "ol", "dl" -> LIST.bit;
            case "table" -> TABLE.bit;
            case "blockquote" -> QUOTE.bit;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> HEADING.bit;
            case "article" -> ARTICLE.bit;
            case "main" -> MAIN.bit;
            case "a" -> LINK.bit;
            case "dialog" -> DIALOG.bit;
            case "details" -> DETAILS.bit;
            default -> 0;
        };
    }

    private static int byAttributes(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        int regions = byRole(element.attr("role"));
        if (isHidden(element)) {
            regions |= HIDDEN.bit;
        }
        if (LowerCase.of(element.attr("itemprop")).contains("articlebody")) {
            regions |= BODY_MARKUP.bit;
        }
        return regions;
    }

    private static int byRole(String role) {
        return switch (role) {
            case "navigation", "menu", "menubar", "tablist" -> NAV.bit;
            case "contentinfo" -> FOOTER.bit;
            case "complementary" -> ASIDE.bit;
            case "banner" -> HEADER.bit;
            case "search", "form" -> FORM.bit;
            case "dialog", "alertdialog" -> DIALOG.bit;
            case "article" -> ARTICLE.bit;
            case "main" -> MAIN.bit;
            default -> 0;
        };
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && LowerCase.of(style.replace(" ", "")).contains("display:none");
    }
}
