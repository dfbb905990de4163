package app.lede.boilerplate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The lines of a few articles of each site, shared by every concurrent invocation.
 *
 * <p>A site has {@value #PLACES} places, one of which an article's id chooses. What stands in a place stays until its time
 * is over: a site soon stops costing writes, and a document that comes again meets the lines it met before.
 *
 * <p>Thread safe.
 */
public interface SiteLines {

    /** How many articles of a site are known at most. */
    int PLACES = 8;

    /** How long an article's lines are kept, counted from when its document was announced: sites change their furniture. */
    Duration KEPT = Duration.ofDays(30);

    /** The articles known of a site at a moment, in no order. */
    List<ArticleLines> of(String host, Instant now);

    /** Keeps an article's lines if its place is free, or its tenant's time was over when this article was announced. */
    void offer(String host, ArticleLines lines);
}
