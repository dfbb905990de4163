package app.lede.extract.metadata;

import app.lede.text.LowerCase;
import java.util.List;
import org.jsoup.nodes.Element;

/** Tells whose property an element in microdata or RDFa is: the article's, or that of a picture, a comment or a product. */
final class Things {

    private static final int MAX_DEPTH = 40;

    /** Ends of the names of types that are the article or the page it is on. */
    private static final List<String> ARTICLES = List.of("article", "posting", "blog", "webpage", "itempage", "report");

    /** Ends of the names of types whose names are the article's authors'. */
    private static final List<String> AUTHORS = List.of("person", "organization", "role");

    private Things() {}

    /** Tests whether the nearest thing around an element, authors left out, is the article or there is none. */
    static boolean isOfArticle(Element property) {
        Element each = property.parent();
        for (int depth = 0; each != null && depth < MAX_DEPTH; depth++) {
            if (each.nameIs("blockquote")) {
                return false;
            }
            String type = type(each);
            if (!type.isEmpty() && AUTHORS.stream().noneMatch(type::endsWith)) {
                return ARTICLES.stream().anyMatch(type::endsWith);
            }
            each = each.parent();
        }
        return true;
    }

    private static String type(Element element) {
        String type = element.attr("itemtype") + element.attr("typeof");
        return type.isEmpty() && element.hasAttr("itemscope") ? "thing" : LowerCase.of(type.strip());
    }
}
