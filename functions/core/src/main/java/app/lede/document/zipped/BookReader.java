package app.lede.document.zipped;

import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.ReadingRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Reads e-books (EPUB 2 and 3): the pages of the spine in order, as one text.
 *
 * <p>Thread safe; holds no state.
 */
public final class BookReader {

    private BookReader() {}

    /** Reads a book. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        Book book = Book.of(bytes);
        Document dom = Document.createShell("");
        for (String page : book.spine()) {
            Optional<Document> chapter = book.page(page);
            if (chapter.isPresent()) {
                List<Node> nodes = new ArrayList<>(chapter.get().body().childNodes());
                dom.body().appendElement("section").appendChildren(nodes);
            }
        }
        return new Markup(withoutChapterTitles(dom), book.about());
    }

    /** Removes chapter titles if there are several; none of them is the book's. */
    private static Document withoutChapterTitles(Document dom) {
        List<Element> titles = dom.select("h1");
        if (titles.size() > 1) {
            titles.forEach(title -> title.tagName("h2"));
        }
        return dom;
    }
}
