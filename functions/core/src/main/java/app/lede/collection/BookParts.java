package app.lede.collection;

import app.lede.document.ReadingRefused;
import app.lede.document.zipped.BookIssue;
import java.util.Optional;

/** Streams the articles of a periodical's issue that is an e-book (EPUB). Not thread safe. */
final class BookParts implements Parts {

    private final BookIssue issue;
    private int next;

    private BookParts(BookIssue issue) {
        this.issue = issue;
    }

    /** Opens an issue; empty for a book that is one text, or that can't be read. */
    static Optional<Parts> open(byte[] bytes) {
        try {
            return BookIssue.of(bytes).map(BookParts::new);
        } catch (ReadingRefused e) {
            // The reader of documents tells why.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Part> next() {
        if (next == issue.size()) {
            return Optional.empty();
        }
        try {
            BookIssue.Article article = issue.article(next++);
            return Optional.of(new Part.Document(article.path(), article.html(), "text/html; charset=utf-8"));
        } catch (ReadingRefused e) {
            return Optional.of(Named.broken("article " + next, e));
        }
    }
}
