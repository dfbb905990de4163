package app.lede.benchmarks;

import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction.Nothing;
import java.nio.charset.StandardCharsets;
import net.dankito.readability4j.Readability4J;

/** An extractor under measurement. */
interface Engine {

    String name();

    /** Returns the article's text; empty if none is found. */
    String text(byte[] page, String url);

    /** Our engine, complete: charset, DOM, metadata, text, trace. */
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

    /** Readability4J, called as documented. It takes characters; all pages are decoded as UTF-8. */
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
