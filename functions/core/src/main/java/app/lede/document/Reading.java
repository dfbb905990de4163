package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import org.jsoup.nodes.Document;

/** What reading a document gave: something an article can be looked for in, or the reason why there is nothing. */
public sealed interface Reading {

    /** What the document's envelope says about it, and what reading it noticed. */
    About about();

    /** The same with other words about it. */
    Reading with(About about);

    /** A page, parsed within limits; its base URI is where it was fetched, if it was. The DOM is the caller's to change. */
    record Page(Document dom, Charset charset, About about) implements Reading {
        public Page {
            requireNonNull(dom, "dom");
            requireNonNull(charset, "charset");
            requireNonNull(about, "about");
        }

        public Page(Document dom, Charset charset) {
            this(dom, charset, About.NOTHING);
        }

        @Override
        public Page with(About words) {
            return new Page(dom, charset, words);
        }
    }

    /**
     * A document that its author wrote as a whole, with nothing of a site around it: all of the DOM's body is text. Simple
     * HTML, whatever the document was before.
     */
    record Work(Document dom, About about) implements Reading {
        public Work {
            requireNonNull(dom, "dom");
            requireNonNull(about, "about");
        }

        @Override
        public Work with(About words) {
            return new Work(dom, words);
        }
    }

    /** A text without a DOM: lines end in {@code \n}; no control characters besides tab and line feed. */
    record Plain(String text, Charset charset, DocumentType type, About about) implements Reading {
        public Plain {
            requireNonNull(text, "text");
            requireNonNull(charset, "charset");
            requireNonNull(type, "type");
            requireNonNull(about, "about");
        }

        public Plain(String text, Charset charset, DocumentType type) {
            this(text, charset, type, About.NOTHING);
        }

        @Override
        public Plain with(About words) {
            return new Plain(text, charset, type, words);
        }
    }

    /** No text: the problem is the document's outcome, the detail says what was seen, for people. */
    record Unreadable(Problem problem, String detail, About about) implements Reading {
        public Unreadable {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
            requireNonNull(about, "about");
        }

        public Unreadable(Problem problem, String detail) {
            this(problem, detail, About.NOTHING);
        }

        @Override
        public Unreadable with(About words) {
            return new Unreadable(problem, detail, words);
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
        /** Compressed, and can't be inflated. */
        ENCODING("encoding"),
        /** Of a known type, but locked with a password or for somebody else. */
        ENCRYPTED("encrypted"),
        /** Pages that are pictures of text: only text recognition could read them. */
        NO_TEXT("no-text"),
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
