package app.lede.extract.page;

import app.lede.text.LowerCase;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Parts of a page that classify the text inside; they nest and apply to all descendants.
 *
 * <p>The order is that of the features {@code boosted-trees.tsv} was trained on: append new ones, which it ignores until trained again.
 */
public enum Region {
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
    /** Marked as article body by schema.org microdata. */
    BODY_MARKUP(0x20000),
    /** Readers' comments below an article. */
    COMMENTS(0x40000),
    /** A request for consent to cookies or embeds. */
    CONSENT(0x80000),
    /** An embedded social media post. */
    EMBED(0x100000),
    /** A fact box. */
    FACTBOX(0x400000),
    /** Links to other articles. */
    RELATED(0x800000),
    /** A form, or an invitation to subscribe or donate. */
    SIGNUP(0x1000000),
    /** Text not rendered: for screen readers, or until an interaction. */
    UNSEEN(0x200000),
    /** A disclaimer, or a box about the author. */
    COLOPHON(0x2000000);

    private static final RegionNames NAMES = RegionNames.load();

    private final int bit;

    Region(int bit) {
        this.bit = bit;
    }

    public int mask() {
        return bit;
    }

    public boolean in(int regions) {
        return (regions & bit) != 0;
    }

    /** Returns the table of region names. */
    public static RegionNames.OfPage names() {
        return NAMES.ofPage();
    }

    /** Returns the regions inside an element, given the outer ones and those from its names. */
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
        int regions = 0;
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            regions |= switch (attribute.getKey()) {
                case "role" -> byRole(value);
                case "hidden" -> HIDDEN.bit;
                case "aria-hidden" -> value.equals("true") ? HIDDEN.bit : 0;
                case "style" -> isUndisplayed(value) ? HIDDEN.bit : 0;
                case "itemprop" -> LowerCase.of(value).contains("articlebody") ? BODY_MARKUP.bit : 0;
                default -> 0;
            };
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

    private static boolean isUndisplayed(String style) {
        return !style.isEmpty() && LowerCase.of(style.replace(" ", "")).contains("display:none");
    }
}
