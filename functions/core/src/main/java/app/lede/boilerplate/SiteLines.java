package app.lede.boilerplate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stores the lines of a few articles per site, shared by all concurrent invocations.
 *
 * <p>A site has {@value #SLOTS} slots; an article's id selects one. A slot is kept until it expires, so that a site
 * soon costs no more writes and a redelivered document meets the same lines.
 *
 * <p>Thread safe.
 */
public interface SiteLines {

    /** Maximum number of articles kept per site. */
    int SLOTS = 8;

    /** Lifetime of a slot, from the announcement of its document: sites change their furniture. */
    Duration KEPT = Duration.ofDays(30);

    /** Returns the articles stored for a site, in no particular order. */
    List<ArticleLines> of(String host, Instant now);

    /** Stores an article's lines if its slot is free, or expired when this article was announced. */
    void offer(String host, ArticleLines lines);
}
