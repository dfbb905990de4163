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
        FetchedFrom.Entry entry = from.entry();
        Metadata words = Metadata.builder()
                .headline(entry.title())
                .authors(entry.author() == null ? List.of() : List.of(entry.author()))
                .datePublished(published(entry))
                .build();
        return page.withMetadata(page.metadata().orElse(words.visible()));
    }

    private static @Nullable PublishedDate published(FetchedFrom.Entry entry) {
        String date = entry.published();
        return date == null ? null : new PublishedDate(date, date, PublishedDate.Precision.SECOND, "feed");
    }
}
