package app.lede.document.zipped;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.ReadingRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Issue of a periodical as an e-book: pages that are articles of their own, each with a headline and more than {@value #WORDS}
 * words. The chapters of a novel and of a report have these, too; articles are told from them by the book's own words (a
 * periodical's type, number or day) or by their bylines and addresses, which differ. Not thread safe.
 */
public final class BookIssue {

    /** Fewer make no chapter of its own. */
    private static final int WORDS = 150;

    /** A short report with a byline between longer articles has as many. */
    private static final int SHORT = 40;

    private static final Pattern PERIODICAL = Pattern.compile(
            "(?iU)periodical|magazine|newspaper|newsletter|zeitschrift|zeitung|revue|journal|revista|rivista");

    /** An issue's number, or the day in its title. */
    private static final Pattern ISSUE =
            Pattern.compile("(?iU)\\b(?:issue|no\\.|nr\\.?|n[°º]|núm\\.?|num\\.?|ausgabe|numéro|número|numero|heft)"
                + " ?\\d{1,5}\\b|\\b\\d{1,2}\\.? \\p{L}{3,12}\\.? (?:de )?(?:19|20)\\d\\d\\b|\\b\\p{L}{3,12} \\d{1,2},"
                + " (?:19|20)\\d\\d\\b|\\b(?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?\\b|\\b\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d\\b|第"
                + " ?\\d+ ?[期号號]");

    private final Book book;
    private final List<List<Chapter>> articles;

    /** An article of the issue, as a page. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    public record Article(String path, byte[] html) {}

    private BookIssue(Book book, List<List<Chapter>> articles) {
        this.book = book;
        this.articles = articles;
    }

    /** Opens a book of several articles; empty for a book that is one text. */
    public static Optional<BookIssue> of(byte[] bytes) throws ReadingRefused {
        Book book = Book.of(bytes);
        List<Chapter> chapters = new ArrayList<>();
        for (String path : book.spine()) {
            book.page(path).ifPresent(page -> chapters.add(Chapter.of(path, page)));
        }
        List<List<Chapter>> articles = articles(chapters);
        // The archive counts what it inflates; the articles are read from it again.
        return articles.size() > 1 && isIssue(book, articles)
                ? Optional.of(new BookIssue(Book.of(bytes), articles))
                : Optional.empty();
    }

    public int size() {
        return articles.size();
    }

    /** Returns an article, from 0, with the issue's metadata in its head. */
    public Article article(int index) throws ReadingRefused {
        List<Chapter> chapters = articles.get(index);
        Chapter first = chapters.getFirst();
        Document page = Document.createShell("");
        page.title(first.headline());
        about(page, book.about());
        if (!first.address().isEmpty()) {
            page.head().appendElement("link").attr("rel", "canonical").attr("href", first.address());
        }
        for (Chapter chapter : chapters) {
            Optional<Document> source = book.page(chapter.path());
            if (source.isPresent()) {
                List<Node> nodes = new ArrayList<>(source.get().body().childNodes());
                page.body().appendChildren(nodes);
            }
        }
        page.select(".calibre_navbar, .calibre_feed_navbar").remove();
        String path = first.path().replaceFirst("\\.x?html?$", "");
        return new Article(path + ".html", page.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private static void about(Document page, DocumentMetadata book) {
        page.head().appendElement("meta").attr("charset", "utf-8");
        book.first(Term.LANGUAGE).ifPresent(language -> page.child(0).attr("lang", language));
        book.first(Term.HEADLINE).ifPresent(title -> meta(page, "property", "og:site_name", title));
        book.first(Term.PUBLISHED).ifPresent(date -> meta(page, "name", "date", date));
    }

    private static void meta(Document page, String kind, String name, String value) {
        Element meta = page.head().appendElement("meta");
        meta.attr(kind, name).attr("content", value);
    }

    /** Returns the articles, each with the pages without a headline that go on with it. */
    private static List<List<Chapter>> articles(List<Chapter> chapters) {
        List<List<Chapter>> articles = new ArrayList<>();
        boolean goesOn = false;
        for (Chapter chapter : chapters) {
            boolean begins = !chapter.headline().isEmpty();
            boolean isArticle = begins
                    && (chapter.words() > WORDS
                            || (chapter.words() >= SHORT && !chapter.byline().isEmpty()));
            if (isArticle) {
                articles.add(new ArrayList<>(List.of(chapter)));
            } else if (!begins && goesOn && chapter.words() >= SHORT) {
                articles.getLast().add(chapter);
            }
            goesOn = isArticle || (goesOn && !begins);
        }
        return articles;
    }

    private static boolean isIssue(Book book, List<List<Chapter>> articles) {
        int full = 0;
        int numbered = 0;
        int signed = 0;
        Set<String> bylines = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (List<Chapter> article : articles) {
            Chapter first = article.getFirst();
            full += first.words() > WORDS ? 1 : 0;
            numbered += first.isNumbered() ? 1 : 0;
            signed += first.byline().isEmpty() && first.address().isEmpty() ? 0 : 1;
            bylines.add(first.byline());
            addresses.add(first.address());
        }
        bylines.remove("");
        addresses.remove("");
        boolean differ = signed * 2 >= articles.size() && (bylines.size() > 1 || addresses.size() > 1);
        boolean areFull = full > 1 && full * 2 >= articles.size();
        return areFull && numbered * 2 < articles.size() && (differ || isPeriodical(book));
    }

    /** Tests the package's metadata; a book about newspapers has an author, too. */
    private static boolean isPeriodical(Book book) {
        boolean isTyped = book
                .packageDocument()
                .select("meta[name=calibre:publication_type], meta[property=dcterms:type], dc|type")
                .stream()
                .anyMatch(type ->
                        PERIODICAL.matcher(type.attr("content") + type.text()).find());
        return isTyped || (ISSUE.matcher(book.text("dc:title")).find() && !hasAuthor(book));
    }

    /** Tests for a creator that is neither the publisher nor in the title. */
    private static boolean hasAuthor(Book book) {
        String others = book.text("dc:publisher") + " " + book.text("dc:title");
        return book.all("dc:creator").stream().anyMatch(name -> !name.isBlank() && !others.contains(name));
    }
}
