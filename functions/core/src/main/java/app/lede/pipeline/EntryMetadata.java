package app.lede.pipeline;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.document.FetchedFrom;
import app.lede.extract.Extracted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills gaps of a page's metadata from its feed entry. The page always goes before. */
final class EntryMetadata {

    private EntryMetadata() {}

    static Extracted fillGaps(Extracted page, @Nullable FetchedFrom from) {
        if (from == null) {
            return page;
        }
        Metadata entry = Metadata.builder()
                .headline(from.entryTitle())
                .authors(from.entryAuthor() == null ? List.of() : List.of(from.entryAuthor()))
                .datePublished(published(from))
                .build();
        return page.withMetadata(page.metadata().orElse(entry.visible()));
    }

    private static @Nullable PublishedDate published(FetchedFrom from) {
        String date = from.entryPublished();
        return date == null ? null : new PublishedDate(date, date, PublishedDate.Precision.SECOND, "feed");
    }
}
