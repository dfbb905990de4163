package app.lede.document.wire;

import app.lede.document.Charsets;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.PaperName;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a news agency's item in XML: NITF, NewsML-G2 and NewsML 1, with their text in NITF, XHTML or as it is. Captions and notes
 * to editors are left out. Thread safe.
 *
 * @see <a href="https://iptc.org/std/NewsML-G2/guidelines/">NewsML-G2</a>
 * @see <a href="https://iptc.org/standards/nitf/">NITF</a>
 */
public final class WireReader {

    private static final int MAX_DEPTH = 200;

    /** Roots of items. */
    private static final Pattern ROOT = Pattern.compile("nitf|newsItem|NewsML|NewsItem");

    private static final String BLOCKS = "p, h1, h2, h3, h4, h5, h6, hl2, li, blockquote, bq, pre, td";

    /** Pictures with their captions, notes to editors, and blocks that hold others of the list. */
    private static final String LEFT_OUT =
            "media, media-caption, media-producer, figure, figcaption, note, head, hedline, byline, dateline, script,"
                    + " style";

    private static final Pattern BY = Pattern.compile("(?iU)^(?:by|von|par|por|di|door|av|af):?\\s+");

    private WireReader() {}

    /** Tests the local name of a document's root. */
    public static boolean isRoot(String name) {
        return ROOT.matcher(name).matches();
    }

    /** Reads an item. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        String xml = Charsets.decode(bytes, null).text();
        Document dom = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(xml, "");
        for (Element element : dom.getAllElements()) {
            String name = element.tagName();
            if (name.indexOf(':') > 0) {
                element.tagName(name.substring(name.indexOf(':') + 1));
            }
        }
        // Before parts of it are left out.
        DocumentMetadata about = about(dom);
        Document page = page(dom);
        if (!page.hasText()) {
            throw new ReadingRefused(Problem.EMPTY, "an agency's item without a text");
        }
        return new Markup(page, about);
    }

    private static Document page(Document dom) {
        Document page = Document.createShell("");
        Element body = first(
                        dom,
                        "body\\.content",
                        "inlineXML body",
                        "DataContent body",
                        "inlineXML",
                        "inlineData",
                        "DataContent")
                .or(() -> first(dom, "body"))
                .orElse(dom);
        body.select(LEFT_OUT).remove();
        for (Element block : body.select(BLOCKS)) {
            boolean holdsOthers = block.select(BLOCKS).size() > 1;
            if (!holdsOthers && block.hasText()) {
                page.body().appendElement(name(block)).text(block.text());
            }
        }
        if (!page.hasText()) {
            // Text without elements: its paragraphs are apart by blank lines.
            for (String paragraph : Pattern.compile("\\n\\s*\\n").split(body.wholeText(), -1)) {
                if (!paragraph.isBlank()) {
                    page.body().appendElement("p").text(paragraph.strip());
                }
            }
        }
        return page;
    }

    private static String name(Element block) {
        return switch (block.normalName()) {
            case "hl2" -> "h2";
            case "bq" -> "blockquote";
            case "td" -> "p";
            default -> block.normalName();
        };
    }

    private static DocumentMetadata about(Document dom) {
        DocumentMetadata about = DocumentMetadata.ranked(Rank.BEFORE_TEXT)
                .and(
                        Term.HEADLINE,
                        text(dom, "contentMeta > headline", "hedline > hl1", "HeadLine", "nitf > head > title"))
                .and(
                        Term.PUBLISHED,
                        value(dom, "norm", "date\\.issue", "date\\.release", "story\\.date")
                                .or(() -> Optional.of(text(
                                        dom,
                                        "contentMeta > contentCreated",
                                        "itemMeta > firstCreated",
                                        "itemMeta > versionCreated",
                                        "FirstCreated",
                                        "ThisRevisionCreated",
                                        "NewsEnvelope > DateAndTime")))
                                .orElse(""))
                .and(Term.MODIFIED, text(dom, "contentMeta > contentModified"))
                .and(
                        Term.PUBLISHER,
                        value(dom, "literal", "itemMeta > provider", "rightsInfo > copyrightHolder")
                                .orElse(text(dom, "provider > name", "distributor", "doc\\.copyright")))
                .and(Term.LANGUAGE, language(dom))
                .and(Term.DESCRIPTION, text(dom, "contentMeta > description", "body\\.head > abstract"));
        for (Element keyword : dom.select("contentMeta > keyword, key-list > keyword")) {
            about = about.and(Term.KEYWORD, keyword.hasAttr("key") ? keyword.attr("key") : keyword.text());
        }
        return about.andAll(Term.AUTHOR, authors(dom));
    }

    private static Iterable<String> authors(Document dom) {
        String by = text(dom, "contentMeta > by");
        Stream<String> names = by.isEmpty() ? dom.select("byline").stream().map(WireReader::nameIn) : Stream.of(by);
        return names.map(name -> PaperName.without(BY.matcher(name).replaceFirst("")))
                .toList();
    }

    /** Returns the person of a byline, without the title. */
    private static String nameIn(Element byline) {
        Element person = byline.selectFirst("person");
        Element copy = (person == null ? byline : person).clone();
        copy.select("byttl").remove();
        return copy.text();
    }

    private static String language(Document dom) {
        return value(dom, "tag", "contentMeta > language")
                .or(() -> dom.select("[xml:lang]").stream()
                        .map(element -> element.attr("xml:lang"))
                        .findFirst())
                .orElse("");
    }

    private static Optional<String> value(Document dom, String attribute, String... queries) {
        return first(dom, queries).map(element -> element.attr(attribute)).filter(value -> !value.isBlank());
    }

    private static String text(Document dom, String... queries) {
        return first(dom, queries).map(Element::text).orElse("");
    }

    private static Optional<Element> first(Document dom, String... queries) {
        return Stream.of(queries)
                .flatMap(query ->
                        dom.select(query).stream().filter(Element::hasText).limit(1))
                .findFirst()
                .or(() -> Stream.of(queries)
                        .flatMap(query -> dom.select(query).stream().limit(1))
                        .findFirst());
    }
}
