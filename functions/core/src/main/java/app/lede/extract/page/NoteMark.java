package app.lede.extract.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Recognises marks that lead to a note of the same page ({@code <sup><a href="#note-1">[1]</a></sup>}). */
final class NoteMark {

    private static final Pattern MARK = Pattern.compile("[\\[(]?(?:\\d{1,3}|\\p{L}|[*†‡§])[\\])]?");
    private static final int MAX_LENGTH = 5;

    private static final Pattern RETURN = Pattern.compile("[↩↵⤴↑^⏎][\\ufe0e\\ufe0f]?");

    private NoteMark() {}

    /** Tests a link at the end of a note that leads back to its mark. */
    static boolean isReturn(Element link) {
        return leadsWithin(link)
                && link.childNodeSize() == 1
                && !(link.nextSibling() instanceof TextNode text && !text.isBlank())
                && RETURN.matcher(link.text().strip()).matches();
    }

    /** Tests a superscript; one without a link may be a power or an ordinal. */
    static boolean is(Element sup) {
        Element inner = sup.childrenSize() == 1 ? sup.firstElementChild() : null;
        String text = sup.childNodeSize() <= 3 ? sup.text().strip() : "";
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && (leadsWithin(inner) || leadsWithin(sup.parent()))
                && MARK.matcher(text).matches();
    }

    private static boolean leadsWithin(@Nullable Element link) {
        return link != null && link.nameIs("a") && link.attr("href").startsWith("#");
    }
}
