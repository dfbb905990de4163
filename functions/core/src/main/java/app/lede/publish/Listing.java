package app.lede.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of articles, ready to be written in any format.
 *
 * @param title of the list, plain text
 * @param home absolute base URL of the API, without a slash at its end; empty if unknown, then links are left out
 * @param id absolute URL of the list, the same for every page, page size and format; null if unknown
 * @param self absolute URL of this page, null if unknown
 * @param next absolute URL of the next page, null on the last one or if unknown
 * @param articles in order, as {@link ArticleView} writes them
 */
public record Listing(
        String title,
        String home,
        @Nullable String id,
        @Nullable String self,
        @Nullable String next,
        List<ObjectNode> articles) {

    public Listing {
        articles = List.copyOf(articles);
    }
}
