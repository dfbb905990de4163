package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import org.jsoup.nodes.Document;

/** Result of reading a document: content to extract an article from, or the reason for its absence. */
public sealed interface Reading {

    /** Returns the envelope's metadata and the reader's remarks. */
    DocumentMetadata about();

    /** Returns this reading with other metadata. */
    Reading with(DocumentMetadata about);

    /**
     * An HTML page, parsed within limits. Its base URI is the address it was fetched from, if any. The caller may
     * modify the DOM.
     */
    record Page(Document dom, Charset charset, DocumentMetadata about) implements Reading {
        public Page {
            requireNonNull(dom, "dom");
            requireNonNull(charset, "charset");
            requireNonNull(about, "about");
        }

        public Page(Document dom, Charset charset) {
            this(dom, charset, DocumentMetadata.NOTHING);
        }

        @Override
        public Page with(DocumentMetadata words) {
            return new Page(dom, charset, words);
        }
    }

    /** A document without a site's boilerplate, as simple HTML; all of the body is text. */
    record Markup(Document dom, DocumentMetadata about) implements Reading {
        public Markup {
            requireNonNull(dom, "dom");
            requireNonNull(about, "about");
        }

        @Override
        public Markup with(DocumentMetadata words) {
            return new Markup(dom, words);
        }
    }

    /** Plain text: lines end in {@code \n}; no control characters except tab and line feed. */
    record Plain(String text, Charset charset, DocumentType type, DocumentMetadata about) implements Reading {
        public Plain {
            requireNonNull(text, "text");
            requireNonNull(charset, "charset");
            requireNonNull(type, "type");
            requireNonNull(about, "about");
        }

        public Plain(String text, Charset charset, DocumentType type) {
            this(text, charset, type, DocumentMetadata.NOTHING);
        }

        @Override
        public Plain with(DocumentMetadata words) {
            return new Plain(text, charset, type, words);
        }
    }

    /** No text; {@code problem} is the document's outcome, {@code detail} describes the cause. */
    record Unreadable(Problem problem, String detail, DocumentMetadata about) implements Reading {
        public Unreadable {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
            requireNonNull(about, "about");
        }

        public Unreadable(Problem problem, String detail) {
            this(problem, detail, DocumentMetadata.NOTHING);
        }

        @Override
        public Unreadable with(DocumentMetadata words) {
            return new Unreadable(problem, detail, words);
        }
    }

    /** Reasons for a document without an article. */
    enum Problem {
        /** No bytes, or no text. */
        EMPTY("empty"),
        /** Larger than a document may be. */
        TOO_LARGE("too-large"),
        /** Of a known type, but broken. */
        UNREADABLE("unreadable"),
        /** Compressed, and can't be inflated. */
        ENCODING("encoding"),
        /** Password-protected, or encrypted for another reader. */
        ENCRYPTED("encrypted"),
        /** Pages consist of images of text, which need OCR. */
        NO_TEXT("no-text"),
        /** Not a supported type. */
        UNKNOWN_TYPE("unknown-type");

        private final String outcome;

        Problem(String outcome) {
            this.outcome = outcome;
        }

        /** Returns the outcome's label in the API and metrics. */
        public String outcome() {
            return outcome;
        }
    }
}
