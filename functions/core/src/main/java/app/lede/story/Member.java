package app.lede.story;

import app.lede.article.ArticleId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article of a story.
 *
 * @param publisher as in {@link Report#publisher}
 * @param first when its publisher had it
 * @param voice number of the independent voice that it belongs to, from 0 in order of time: reports of one publisher, copies
 *     of one text and reports that credit one agency are one voice
 * @param copyOf the earlier report that it was copied from; null for an original
 * @param shared percentage of both texts' words in runs that they share; 0 for an original
 * @param reasons names, numbers and words that it shares with earlier reports of the story, the most telling first; none for the
 *     first report
 */
public record Member(
        ArticleId id,
        String publisher,
        @Nullable String credit,
        @Nullable String language,
        Instant first,
        int voice,
        @Nullable ArticleId copyOf,
        int shared,
        List<String> reasons) {

    public Member {
        reasons = List.copyOf(reasons);
    }

    /** Tests for a report of a publisher or an agency: uploads of nobody knows whom are no voice of their own. */
    boolean isNamed() {
        return !publisher.isEmpty() || credit != null;
    }

    /** Returns the same member, as an original if its source is one of some articles. */
    Member withoutSource(Set<ArticleId> articles) {
        return copyOf != null && articles.contains(copyOf)
                ? new Member(id, publisher, credit, language, first, voice, null, 0, reasons)
                : this;
    }
}
