package app.lede.collection;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.feed.FeedItem;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Streams the posts and pages of a blog's export, of WordPress (WXR) or Blogger, without drafts, comments and attachments. Not thread
 * safe.
 */
final class BlogParts implements Parts {

    /** Largest export in bytes: what a reader of feeds takes. Both programs split larger ones. */
    private static final int MAX_BYTES = FeedReader.MAX_BYTES;

    private final Iterator<FeedItem> posts;
    private int number;

    private BlogParts(List<FeedItem> posts) {
        this.posts = posts.iterator();
    }

    /** Tests the beginning of a file for the marks of an export; an ordinary feed has none. */
    static boolean isOne(String head) {
        return head.contains("<wp:wxr_version>") || head.contains("schemas.google.com/blogger/2008/kind#settings");
    }

    static Optional<Parts> open(byte[] export) throws ReadingRefused {
        if (export.length > MAX_BYTES) {
            throw new ReadingRefused(
                    Problem.TOO_LARGE, "more than " + MAX_BYTES + " bytes: export the posts of some months at a time");
        }
        return switch (new FeedReader(UnpackBounds.MAX_PARTS).read(export, null, "")) {
            case FeedReading.Read read -> Optional.of(new BlogParts(read.feed().items()));
            case FeedReading.Index index -> Optional.empty();
            case FeedReading.NotAFeed broken -> Optional.empty();
        };
    }

    @Override
    public Optional<Part> next() {
        return posts.hasNext() ? Optional.of(part(posts.next())) : Optional.empty();
    }

    private Part part(FeedItem post) {
        String name = "post " + ++number;
        String html = post.content() == null ? post.summary() : post.content();
        if (html == null || html.isBlank()) {
            return new Part.Broken(name, Problem.EMPTY, "a post without a text");
        }
        ObjectNode article = Json.object().put("html", html);
        post.plainTitle().ifPresent(title -> article.put("headline", title));
        if (post.url() != null) {
            article.put("url", post.url());
        }
        if (post.author() != null) {
            article.put("author", post.author());
        }
        if (post.published() != null) {
            article.put("datePublished", post.published().toString());
        }
        return new Part.Document(name + ".json", Json.bytes(article), "application/json");
    }
}
