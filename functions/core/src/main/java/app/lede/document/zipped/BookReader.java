package app.lede.document.zipped;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.FileProperties;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Reads e-books (EPUB 2 and 3): the pages of the spine in order, as one text.
 *
 * <p>Thread safe; holds no state.
 */
public final class BookReader {

    private static final String CONTAINER = "META-INF/container.xml";

    private final Archive archive;
    private final Document book;
    private final String folder;

    private BookReader(Archive archive, Document book, String folder) {
        this.archive = archive;
        this.book = book;
        this.folder = folder;
    }

    /** Reads a book. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        Archive archive = Archive.of(bytes);
        String name = Xml.read(archive, CONTAINER).stream()
                .flatMap(container -> container.getElementsByTag("rootfile").stream())
                .map(root -> root.attr("full-path"))
                .findFirst()
                .orElseThrow(() -> new ReadingRefused(Problem.UNREADABLE, "the book has no " + CONTAINER));
        Document book = Xml.read(archive, name)
                .orElseThrow(() -> new ReadingRefused(Problem.UNREADABLE, "the book has no " + name));
        return new BookReader(archive, book, name.substring(0, name.lastIndexOf('/') + 1)).read();
    }

    private Reading read() throws ReadingRefused {
        Set<String> locked = locked();
        Document dom = Document.createShell("");
        for (String page : spine()) {
            if (locked.contains(page)) {
                throw new ReadingRefused(
                        Problem.ENCRYPTED, "the book is locked by its seller (DRM), and cannot be read");
            }
            Optional<Document> chapter = Xml.readHtml(archive, page);
            if (chapter.isPresent()) {
                List<Node> nodes = new ArrayList<>(chapter.get().body().childNodes());
                dom.body().appendElement("section").appendChildren(nodes);
            }
        }
        return new Markup(withoutChapterTitles(dom), about());
    }

    /** Returns the spine's paths in the archive, without duplicates and without the table of contents. */
    private List<String> spine() {
        Map<String, Element> manifest = new HashMap<>();
        book.getElementsByTag("item").forEach(item -> manifest.putIfAbsent(item.attr("id"), item));
        return book.getElementsByTag("itemref").stream()
                .filter(reference -> !reference.attr("linear").equals("no"))
                .flatMap(reference -> Optional.ofNullable(manifest.get(reference.attr("idref"))).stream())
                .filter(item -> !item.attr("properties").contains("nav"))
                .map(item -> path(item.attr("href")))
                .distinct()
                .limit(Archive.MAX_ENTRIES)
                .toList();
    }

    /** Resolves a path against the package document's. */
    private String path(String href) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (folder + decoded(href.replaceFirst("#.*", ""))).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** Returns the encrypted entries. Encrypted fonts do not prevent reading; encrypted pages do. */
    private Set<String> locked() throws ReadingRefused {
        Set<String> names = new HashSet<>();
        Xml.read(archive, "META-INF/encryption.xml").ifPresent(dom -> dom.getElementsByTag("enc:CipherReference")
                .forEach(reference -> names.add(decoded(reference.attr("URI")))));
        return names;
    }

    /** Removes chapter titles if there are several; none of them is the book's. */
    private static Document withoutChapterTitles(Document dom) {
        List<Element> titles = dom.select("h1");
        if (titles.size() > 1) {
            titles.forEach(title -> title.tagName("h2"));
        }
        return dom;
    }

    private DocumentMetadata about() {
        DocumentMetadata about = DocumentMetadata.ranked(Rank.AFTER_TEXT)
                .and(Term.HEADLINE, text("dc:title"))
                .andAll(Term.AUTHOR, FileProperties.people(String.join(";", all("dc:creator"))))
                .and(Term.PUBLISHER, text("dc:publisher"))
                .and(Term.PUBLISHED, text("dc:date"))
                .and(Term.LANGUAGE, text("dc:language"))
                .and(Term.DESCRIPTION, text("dc:description"))
                .andAll(Term.KEYWORD, all("dc:subject"));
        return book.select("meta[property=dcterms:modified]").stream()
                .findFirst()
                .map(modified -> about.and(Term.MODIFIED, modified.text()))
                .orElse(about);
    }

    private String text(String tag) {
        return all(tag).stream().findFirst().orElse("");
    }

    private List<String> all(String tag) {
        return book.getElementsByTag(tag).eachText();
    }
}
