package app.lede.pipeline;

import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.PartKey;
import java.util.Optional;

/** Tests and ends parts of collections that were deleted. */
final class DeletedCollection {

    private DeletedCollection() {}

    /** Tests whether the object of a key is a part of a deleted collection, at any depth; false for any other object. */
    static boolean holds(DocumentLog log, String key) {
        Optional<PartKey> part = PartKey.of(key);
        while (part.isPresent()) {
            Optional<DocumentRecord> holder = log.get(part.get().parent());
            if (holder.filter(DocumentRecord::isDeleted).isPresent()) {
                return true;
            }
            part = holder.flatMap(DocumentRecord::part);
        }
        return false;
    }

    /**
     * Records such a part as deleted. A standing record keeps its number of parts, as the deletion looks for those; one that
     * names an article stands until the deletion has removed that.
     *
     * @param part the record of the part if there is none yet
     * @return the part as deleted
     */
    static DocumentRecord ended(DocumentLog log, DocumentRecord part) {
        DocumentRecord deleted = log.get(part.id()).orElse(part).deleted();
        if (deleted.articleId() == null) {
            log.record(deleted);
        }
        return deleted;
    }
}
