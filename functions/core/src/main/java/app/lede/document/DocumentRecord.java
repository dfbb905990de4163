package app.lede.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document.
 *
 * @param key of the object; the URL of a page that could not be had, since it never became one
 * @param received when its object was written, or its page asked for
 * @param detail a sentence for people, null where the outcome says it all
 * @param articleId the article it became or belongs to, null where none
 */
public record DocumentRecord(
        DocumentId id,
        String key,
        Instant received,
        Outcome outcome,
        @Nullable String detail,
        @Nullable String articleId) {}
