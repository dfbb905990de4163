package app.lede.fetch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Detects canonical links that drop the parameter which selects the page: {@code /show.php?id=7} naming {@code
 * /show.php} would merge all pages of a site into one article.
 */
final class DroppedQuery {

    private static final Pattern SCRIPT = Pattern.compile("(?:php[0-9]?|phtml|aspx?|jspx?|cgi|cfm|pl|do|dll|exe|fcgi)");
    private static final Pattern AMPERSAND = Pattern.compile("&");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{4}");
    private static final Pattern SLUG = Pattern.compile("[^-_]+[-_][^-_]+[-_].*");
    private static final Set<String> CHOOSING = Set.of(
            "id",
            "p",
            "no",
            "nr",
            "num",
            "article",
            "story",
            "item",
            "key",
            "post",
            "news",
            "nid",
            "aid",
            "sid",
            "pid",
            "tid",
            "newsid",
            "articleid",
            "storyid",
            "postid",
            "article_id",
            "news_id",
            "story_id",
            "post_id",
            "slug",
            "title",
            "name",
            "page_id",
            "contentid",
            "docid",
            "doc",
            "uuid",
            "guid",
            "code",
            "file");

    private DroppedQuery() {}

    /** Tests whether a claim is the page's own path without a parameter that may select the page. */
    static boolean isCareless(WebUrl page, WebUrl claim) {
        if (!page.path().equals(claim.path())) {
            return false;
        }
        Set<String> dropped = new HashSet<>(parameters(page.query()));
        dropped.removeAll(parameters(claim.query()));
        return !dropped.isEmpty() && !namesAnArticle(page.path(), dropped);
    }

    private static boolean namesAnArticle(String path, Set<String> dropped) {
        String segment = path.substring(path.lastIndexOf('/') + 1);
        int dot = segment.lastIndexOf('.');
        String name = dot < 0 ? segment : segment.substring(0, dot);
        boolean script = dot >= 0
                && SCRIPT.matcher(segment.substring(dot + 1).toLowerCase(Locale.ROOT))
                        .matches();
        boolean numbered = LONG_NUMBER.matcher(name).find();
        if (script) {
            return numbered;
        }
        boolean choosing = dropped.stream()
                .map(parameter -> parameter.substring(0, endOfName(parameter)))
                .anyMatch(parameter ->
                        CHOOSING.contains(PercentEncoding.decode(parameter).toLowerCase(Locale.ROOT)));
        return !choosing || numbered || SLUG.matcher(name).matches();
    }

    private static int endOfName(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter.length() : equals;
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : AMPERSAND
                        .splitAsStream(query)
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }
}
