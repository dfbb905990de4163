package app.lede.pipeline;

import app.lede.article.Access;
import app.lede.article.AccessFinding;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import app.lede.fetch.CanonicalUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the feed's own content of an entry where its page shows no article: a script shell, a consent or challenge page, the stub
 * of a paywall, a missing page answered with 200, or the front page. Thread safe.
 */
final class EntryText {

    /** In letters: some 80 words, more than a teaser has. */
    private static final int LONG = 400;

    /** In letters: some 60 words, which most error and consent pages don't reach. */
    private static final int SHORT = 300;

    private static final double OTHER_TEXT = 0.2;
    private static final double SAME_TEXT = 0.6;
    private static final double MUCH_LONGER = 1.5;
    private static final Pattern TITLE_WORDS = Pattern.compile("[\\p{L}\\p{N}]{4,40}");

    private final DocumentStore documents;
    private final DocumentReader reader;
    private final ArticleExtractor extractor;

    EntryText(DocumentStore documents, DocumentReader reader, ArticleExtractor extractor) {
        this.documents = documents;
        this.reader = reader;
        this.extractor = extractor;
    }

    /** Content of a page to which its entry's text is preferred. */
    enum Shown {
        /** A part of the entry's text, as the stub of a paywall does. */
        PART,
        /** Another text. */
        OTHER,
        /** No article. */
        NOTHING
    }

    /**
     * The text of an entry that goes before its page.
     *
     * @param url the address it is stored under
     * @param page the state in which the page withholds its article
     */
    record Words(CanonicalUrl url, Extracted text, AccessFinding page) {}

    /**
     * Returns the text of the entry if it is preferred to the page's. The feed of another site goes before a page without
     * an article only.
     */
    Optional<Words> inPlaceOf(Extraction page, @Nullable FetchedFrom from) {
        return from == null || from.form() == FetchedFrom.Form.FEED
                ? Optional.empty()
                : Optional.ofNullable(from.entry().content())
                        .flatMap(documents::entry)
                        .flatMap(content -> extracted(content, from))
                        .flatMap(words -> inPlaceOf(page, words, from));
    }

    private static Optional<Words> inPlaceOf(Extraction page, Extracted words, FetchedFrom from) {
        return shown(words, page, from)
                .flatMap(shown -> switch (shown) {
                    case NOTHING -> ArticleAddress.ofWords(from);
                    case OTHER ->
                        ArticleAddress.ofWords(from)
                                .filter(url -> ArticleAddress.isOf(from.entry().feed(), url));
                    case PART ->
                        ArticleAddress.of(from, declared(page))
                                .url()
                                .filter(url -> ArticleAddress.isOf(from.entry().feed(), url));
                })
                .map(url -> new Words(url, words, withheld(page)));
    }

    private static AccessFinding withheld(Extraction page) {
        return switch (page) {
            case Extraction.Nothing nothing -> new AccessFinding(nothing.access(), nothing.detail());
            case Extracted shown ->
                new AccessFinding(
                        Access.FEED_ONLY,
                        shown.access().reason() == null
                                ? "the page shows less than the feed, or another text"
                                : shown.access().reason());
        };
    }

    private static @Nullable String declared(Extraction page) {
        return page instanceof Extracted shown ? shown.declaredUrl() : null;
    }

    private Optional<Extracted> extracted(byte[] content, FetchedFrom from) {
        RawDocument document = new RawDocument(content, "text/html; charset=utf-8", "entry.html", from.url());
        return extractor.extract(reader.read(document), from.url()) instanceof Extracted words
                ? Optional.of(words)
                : Optional.empty();
    }

    /** Compares a page with the text of its entry; empty where the page goes before. */
    private static Optional<Shown> shown(Extracted words, Extraction extraction, FetchedFrom from) {
        if (!(extraction instanceof Extracted page) || from.form() == FetchedFrom.Form.FRONT_PAGE) {
            return Optional.of(Shown.NOTHING);
        }
        ComparedText shown = ComparedText.of(page.text());
        ComparedText said = ComparedText.of(words.text());
        double shared = shown.shareIn(said);
        if (said.length() >= LONG && said.length() > shown.length()) {
            boolean other = shared < OTHER_TEXT && said.shareIn(shown) < OTHER_TEXT;
            boolean part = said.length() >= MUCH_LONGER * shown.length() && shared >= SAME_TEXT;
            return other ? Optional.of(Shown.OTHER) : part ? Optional.of(Shown.PART) : Optional.empty();
        }
        boolean nothing = shown.length() < SHORT
                && shared < OTHER_TEXT
                && !mentions(page, from.entry().title());
        return nothing ? Optional.of(Shown.NOTHING) : Optional.empty();
    }

    /** Tests whether a page contains a word of its entry's title; true without a title. */
    private static boolean mentions(Extracted page, @Nullable String title) {
        String headline = page.metadata().headline();
        String text = ((headline == null ? "" : headline) + ' ' + page.text()).toLowerCase(Locale.ROOT);
        return title == null
                || TITLE_WORDS
                        .matcher(title.toLowerCase(Locale.ROOT))
                        .results()
                        .anyMatch(word -> text.contains(word.group()));
    }
}
