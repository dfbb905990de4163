package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import org.jsoup.nodes.Document;

/** What reading a document gave: something an article can be looked for in, or the reason why there is nothing. */
public sealed interface Reading {

    /** A page, parsed within limits; its base URI is where it was fetched, if it was. The DOM is the caller's to change. */
    record Page(Document dom, Charset charset) implements Reading {
        public Page {
            requireNonNull(dom, "dom");
            requireNonNull(charset, "charset");
        }
    }

    /** A text without a DOM: lines end in {@code \n}; no control characters besides tab and line feed. */
    record Plain(String text, Charset charset, DocumentType type) implements Reading {
        public Plain {
            requireNonNull(text, "text");
            requireNonNull(charset, "charset");
            requireNonNull(type, "type");
        }
    }

    /** No text: the problem is the document's outcome, the detail says what was seen, for people. */
    record Unreadable(Problem problem, String detail) implements Reading {
        public Unreadable {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
        }
    }

    /** The ordinary ways in which a document has no article in it. */
    enum Problem {
        /** No bytes, or no text in them. */
        EMPTY("empty"),
        /** More bytes than a document may have. */
        TOO_LARGE("too-large"),
        /** Of a known type, but broken. */
        UNREADABLE("unreadable"),
        /** Of no type that is read here. */
        UNKNOWN_TYPE("unknown-type");

        private final String outcome;

        Problem(String outcome) {
            this.outcome = outcome;
        }

        /** The name of the document's outcome, as the API and the counters show it. */
        public String outcome() {
            return outcome;
        }
    }
}
