package app.lede.article;

import app.lede.document.DocumentId;
import app.lede.enrich.Mention;
import app.lede.summary.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as people ask for it: the metadata of its ruling revision, its facts and its summary. The text stands in the
 * library under {@code textKey}.
 *
 * @param documentId the document this revision was first seen in
 * @param precedence of the latest document that said this
 * @param arrival when the article's first revision was stored; never changes afterwards
 * @param language BCP 47 primary tag, declared or detected; null where neither
 * @param mentions with offsets into the text
 */
public record Article(
        ArticleId id,
        Revision revision,
        DocumentId documentId,
        Precedence precedence,
        String textKey,
        Instant arrival,
        @Nullable String url,
        @Nullable String sourceId,
        @Nullable String usageInfo,
        Metadata metadata,
        @Nullable String language,
        List<Mention> mentions,
        Summary summary) {

    public Article {
        mentions = List.copyOf(mentions);
    }

    /** ISO 3166-1 codes of the countries the text mentions, in order of first mention. */
    public List<String> countries() {
        return mentions.stream()
                .filter(mention -> mention.type().equals("country"))
                .map(Mention::identifier)
                .distinct()
                .toList();
    }
}
