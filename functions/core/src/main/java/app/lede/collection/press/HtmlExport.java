package app.lede.collection.press;

import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Streams the articles of an export in HTML that marks each as an element: Europresse. Not thread safe. */
final class HtmlExport implements Parts {

    private static final String TEXT = ".docOcurrContainer, .DocText";

    private final Iterator<Element> articles;
    private int number;

    private HtmlExport(Iterable<Element> articles) {
        this.articles = articles.iterator();
    }

    /** Opens an export; empty for any other page. */
    static Optional<Parts> open(Document dom) {
        var articles = dom.select("article:has(" + TEXT + ")");
        return articles.isEmpty() ? Optional.empty() : Optional.of(new HtmlExport(articles));
    }

    @Override
    public Optional<Part> next() {
        if (!articles.hasNext()) {
            return Optional.empty();
        }
        Element article = articles.next();
        ObjectNode fields = Json.object();
        put(fields, "title", article, ".titreArticle, .titreArticleVisu");
        put(fields, "publication", article, ".DocPublicationName");
        put(fields, "author", article, ".sm-margin-bottomNews, .docAuthors");
        Element header = article.selectFirst(".DocHeader");
        if (header != null) {
            for (String piece : header.text().split("[;•]", 20)) {
                PressDate.of(piece.strip()).ifPresent(day -> fields.put("date", day.toString()));
            }
        }
        Element text = article.selectFirst(TEXT);
        fields.put("html", text == null ? "" : text.outerHtml());
        return Optional.of(new Part.Document("article " + ++number, Json.bytes(fields), "application/json"));
    }

    private static void put(ObjectNode fields, String name, Element article, String query) {
        Element element = article.selectFirst(query);
        if (element != null && element.hasText()) {
            fields.put(name, element.text());
        }
    }
}
