package app.lede.collection;

import static java.util.Objects.requireNonNull;

import app.lede.document.Reading.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part of a collection. */
public sealed interface Part {

    /** Returns the part's name for people: a path in an archive, or "mail 7". */
    String name();

    /**
     * A document.
     *
     * @param bytes not copied; must not be modified
     * @param contentType as the collection declares it, null where it doesn't
     * @param url the address that the collection gives it, null where none
     * @param at when it was fetched, null where the collection doesn't say
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Document(
            String name,
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String url,
            @Nullable Instant at) implements Part {

        public Document {
            requireNonNull(name, "name");
            requireNonNull(bytes, "bytes");
        }

        /** Creates a part of which the collection says no more than its type. */
        public Document(String name, byte[] bytes, @Nullable String contentType) {
            this(name, bytes, contentType, null, null);
        }
    }

    /** A part that can't be taken out; its neighbours can. */
    record Broken(String name, Problem problem, String detail) implements Part {
        public Broken {
            requireNonNull(name, "name");
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
        }
    }
}
