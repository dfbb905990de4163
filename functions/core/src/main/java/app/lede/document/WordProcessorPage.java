package app.lede.document;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Names the title of a page saved by a word processor, which marks it by a style alone: Google Docs and Word. */
final class WordProcessorPage {

    private static final String TITLES = "body.doc-content > p.title, p.MsoTitle";

    private WordProcessorPage() {}

    /** Makes the title of such a page its first heading, unless it has one. */
    static void mark(Document dom) {
        Element title = dom.selectFirst(TITLES);
        if (title != null && title.hasText() && dom.selectFirst("h1") == null) {
            title.tagName("h1");
        }
    }
}
