package app.lede.document;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the title among a document's headings. */
public final class DocumentTitle {

    private DocumentTitle() {}

    /** Makes a heading that the document begins with its title if it has none, and returns the document. */
    public static Document promoted(Document dom) {
        Element first = dom.body().firstElementChild();
        if (first != null && first.nameIs("h2") && dom.selectFirst("h1") == null) {
            first.tagName("h1");
        }
        return dom;
    }
}
