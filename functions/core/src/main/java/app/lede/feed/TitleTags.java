package app.lede.feed;

import app.lede.text.LowerCase;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * Tells tags in a title from words that look like tags: "How the &lt;details&gt; element works", "&lt;/quay&gt;". A tag is markup if
 * HTML knows it and it is void, closed, or one of the few that cut titles leave open.
 */
final class TitleTags {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][\\w:-]{0,30})(?=[\\s/>])");
    private static final Set<String> OFTEN_OPEN =
            Set.of("b", "i", "em", "strong", "u", "a", "span", "font", "small", "p");

    private TitleTags() {}

    /** Returns the title as HTML, with the bracket of each tag that is a word escaped. */
    static String escape(String title) {
        if (title.indexOf('<') < 0) {
            return title;
        }
        Set<String> opened = new HashSet<>();
        Set<String> closed = new HashSet<>();
        TAG.matcher(title).results().forEach(tag -> (tag.group(1).isEmpty() ? opened : closed)
                .add(LowerCase.of(tag.group(2))));
        opened.retainAll(closed);
        return TAG.matcher(title)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        isMarkup(LowerCase.of(tag.group(2)), opened)
                                ? tag.group()
                                : "&lt;" + tag.group().substring(1)));
    }

    private static boolean isMarkup(String name, Set<String> balanced) {
        return Tag.isKnownTag(name) && (balanced.contains(name) || OFTEN_OPEN.contains(name) || SafeHtml.isVoid(name));
    }
}
