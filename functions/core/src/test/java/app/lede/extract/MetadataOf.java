package app.lede.extract;

import app.lede.article.Metadata;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the metadata of a small page. */
final class MetadataOf {

    static final String URL = "https://courier.example/news/quay";

    private MetadataOf() {}

    static Metadata page(String html) {
        Document dom = Jsoup.parse(html, URL);
        return new MetadataReader(
                        dom, LinkedData.of(dom), PassageReader.read(dom).list(), new VisibleDates(), URL)
                .read()
                .article();
    }
}
