package app.lede.document.zipped;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.FileProperties;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Package of an e-book (EPUB 2 and 3): its metadata and the pages of its spine. Not thread safe. */
final class Book {

    private static final String CONTAINER = "META-INF/container.xml";

    private final Archive archive;
    private final Document about;
    private final String folder;
    private final Set<String> locked;

    private Book(Archive archive, Document about, String folder, Set<String> locked) {
        this.archive = archive;
        this.about = about;
        this.folder = folder;
        this.locked = locked;
    }

    /** Opens a book. */
    static Book of(byte[] bytes) throws ReadingRefused {
        Archive archive = Archive.of(bytes);
        String name = Xml.read(archive, CONTAINER).stream()
                .flatMap(container -> container.getElementsByTag("rootfile").stream())
                .map(root -> root.attr("full-path"))
                .findFirst()
                .orElseThrow(() -> new ReadingRefused(Problem.UNREADABLE, "the book has no " + CONTAINER));
        Document about = Xml.read(archive, name)
                .orElseThrow(() -> new ReadingRefused(Problem.UNREADABLE, "the book has no " + name));
        return new Book(archive, about, name.substring(0, name.lastIndexOf('/') + 1), locked(archive));
    }

    /** Returns a page of the spine; empty if it is missing. */
    Optional<Document> page(String path) throws ReadingRefused {
        if (locked.contains(path)) {
            throw new ReadingRefused(Problem.ENCRYPTED, "the book is locked by its seller (DRM), and cannot be read");
        }
        return Xml.readHtml(archive, path);
    }

    /** Returns the package document. */
    Document packageDocument() {
        return about;
    }

    /** Returns the spine's paths in the archive, without duplicates and without the table of contents. */
    List<String> spine() {
        Map<String, Element> manifest = new HashMap<>();
        about.getElementsByTag("item").forEach(item -> manifest.putIfAbsent(item.attr("id"), item));
        return about.getElementsByTag("itemref").stream()
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
    private static Set<String> locked(Archive archive) throws ReadingRefused {
        Set<String> names = new HashSet<>();
        Xml.read(archive, "META-INF/encryption.xml").ifPresent(dom -> dom.getElementsByTag("enc:CipherReference")
                .forEach(reference -> names.add(decoded(reference.attr("URI")))));
        return names;
    }

    /** Returns the metadata of the whole about. */
    DocumentMetadata about() {
        DocumentMetadata facts = DocumentMetadata.ranked(Rank.AFTER_TEXT)
                .and(Term.HEADLINE, FileProperties.title(text("dc:title")))
                .andAll(Term.AUTHOR, FileProperties.people(String.join(";", all("dc:creator"))))
                .and(Term.PUBLISHER, text("dc:publisher"))
                .and(Term.PUBLISHED, text("dc:date"))
                .and(Term.LANGUAGE, text("dc:language"))
                .and(Term.DESCRIPTION, text("dc:description"))
                .andAll(Term.KEYWORD, all("dc:subject"));
        return about.select("meta[property=dcterms:modified]").stream()
                .findFirst()
                .map(modified -> facts.and(Term.MODIFIED, modified.text()))
                .orElse(facts);
    }

    /** Returns the first text under a name, empty if there is none. */
    String text(String tag) {
        return all(tag).stream().findFirst().orElse("");
    }

    List<String> all(String tag) {
        return about.getElementsByTag(tag).eachText();
    }
}
