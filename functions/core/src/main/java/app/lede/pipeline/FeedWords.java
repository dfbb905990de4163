package app.lede.pipeline;

import app.lede.document.FetchedFrom;
import app.lede.extract.Extracted;
import app.lede.extract.PublishedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feed's words about an entry, where the page itself has none. What the page says always wins. */
final class FeedWords {

    private FeedWords() {}

    static Extracted fillGaps(Extracted page, @Nullable FetchedFrom from) {
        if (from == null) {
            return page;
        }
        return new Extracted(
                page.headline() == null ? from.entryTitle() : page.headline(),
                page.alternativeHeadline(),
                page.description(),
                page.blocks(),
                page.text(),
                page.authors().isEmpty() && from.entryAuthor() != null ? List.of(from.entryAuthor()) : page.authors(),
                page.publisher(),
                page.datePublished() == null ? published(from) : page.datePublished(),
                page.dateModified(),
                page.language(),
                page.section(),
                page.keywords(),
                page.image(),
                page.declaredUrl(),
                page.isAccessibleForFree(),
                page.relatedLinks(),
                page.wordCount(),
                page.confidence(),
                page.trace());
    }

    private static @Nullable PublishedDate published(FetchedFrom from) {
        String date = from.entryPublished();
        return date == null ? null : new PublishedDate(date, date, PublishedDate.Precision.SECOND, "feed");
    }
}
