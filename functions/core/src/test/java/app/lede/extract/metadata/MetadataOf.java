package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.PassageReader;
import app.lede.extract.script.LinkedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the metadata of a small page. */
final class MetadataOf {

    static final String URL = "https://courier.example/news/quay";

    private MetadataOf() {}

    static Metadata page(String html) {
        Document dom = Jsoup.parse(html, URL);
        PageElements page = PageElements.of(dom);
        return new MetadataReader(
                        page, LinkedData.of(page), PassageReader.read(dom).list(), new DateFinder(), URL)
                .read()
                .article();
    }
}
