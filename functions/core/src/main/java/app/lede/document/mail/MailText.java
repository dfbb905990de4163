package app.lede.document.mail;

import app.lede.document.Charsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Joins the parts that a mail shows as its text: pictures between them split one text into several. */
final class MailText {

    private static final int MAX_DEPTH = 512;

    private MailText() {}

    static Document page(String html, String base) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
    }

    /** Returns one page of all parts; empty if none of them is HTML. */
    static Optional<Document> html(List<Part> shown) {
        if (shown.stream().noneMatch(Part::isHtml)) {
            return Optional.empty();
        }
        Document first = page(
                shown.stream()
                        .filter(Part::isHtml)
                        .findFirst()
                        .orElseThrow()
                        .decode()
                        .text(),
                "");
        if (shown.size() == 1) {
            return Optional.of(first);
        }
        Document all = Document.createShell("");
        all.head().appendChildren(List.copyOf(first.head().childNodes()));
        for (Part part : shown) {
            String text = part.decode().text();
            Element box = all.body().appendElement("div");
            if (part.isHtml()) {
                box.appendChildren(List.copyOf(page(text, "").body().childNodes()));
            } else {
                for (String paragraph : text.split("\\n[ \\t]*\\n", -1)) {
                    box.appendElement("p").text(paragraph);
                }
            }
        }
        return Optional.of(all);
    }

    /** Returns all parts as one plain text, in the first one's charset. */
    static Optional<Charsets.Decoded> plain(List<Part> shown) {
        List<Charsets.Decoded> parts =
                shown.stream().filter(Part::isPlain).map(Part::decode).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Charsets.Decoded(
                        String.join(
                                "\n\n",
                                parts.stream().map(Charsets.Decoded::text).toList()),
                        parts.getFirst().charset()));
    }
}
