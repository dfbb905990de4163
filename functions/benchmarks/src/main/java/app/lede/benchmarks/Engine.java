package app.lede.benchmarks;

import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction.Nothing;
import java.nio.charset.StandardCharsets;
import net.dankito.readability4j.Readability4J;

/** From the bytes of a page to the text of its article: what is measured. */
interface Engine {

    String name();

    /** The article's text, empty where none is found. */
    String text(byte[] page, String url);

    /** Our engine, whole: charset, DOM, metadata, text, trace. */
    record Lede(ArticleExtractor extractor) implements Engine {

        @Override
        public String name() {
            return "Lede";
        }

        @Override
        public String text(byte[] page, String url) {
            return switch (extractor.extract(new RawDocument(page, null, "page.html", url))) {
                case Extracted article -> article.text();
                case Nothing nothing -> "";
            };
        }
    }

    /** What most Java programs use, called as its documentation says. It takes characters; all pages are taken for UTF-8. */
    record Readability() implements Engine {

        @Override
        public String name() {
            return "Readability4J";
        }

        @Override
        public String text(byte[] page, String url) {
            String html = new String(page, StandardCharsets.UTF_8);
            String text = new Readability4J(url, html).parse().getTextContent();
            return text == null ? "" : text;
        }
    }
}
