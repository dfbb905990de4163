package app.lede.extract;

import app.lede.article.AccessFinding;
import app.lede.article.ArticleText;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.extract.clean.BodyCleaning;
import app.lede.extract.clean.Signposts;
import app.lede.extract.metadata.DateFinder;
import app.lede.extract.metadata.Declared;
import app.lede.extract.score.BodySelection;
import app.lede.extract.trace.Trace;
import app.lede.extract.verdict.PageVerdict;
import app.lede.extract.verdict.Walls;
import app.lede.furniture.Furniture;
import app.lede.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the article of a document: its text without boilerplate, and its metadata. All text returned occurs in the
 * document; every decision is recorded in the trace.
 *
 * <p>Thread safe. Never throws, whatever the document; time is linear in its size.
 */
public final class ArticleExtractor {

    /**
     * Version of the pipeline, from 1. Raise it when a change to reading, extraction, facts or summaries should replace what is stored:
     * of one document, the article read by the higher version wins.
     */
    public static final int VERSION = 6;

    private final DocumentReader reader = new DocumentReader();
    private final DateFinder visibleDates = new DateFinder();
    private final Furniture furniture = new Furniture();
    private final BodySelection selection = new BodySelection(furniture);
    private final Signposts signposts = new Signposts(furniture);
    private final PageVerdict verdicts = new PageVerdict();
    private final Walls walls = new Walls();
    private final BodyCleaning cleaning = new BodyCleaning(furniture);

    /** Reads a document and extracts its article. */
    public Extraction extract(RawDocument document) {
        return extract(reader.read(document), document.url());
    }

    /**
     * Extracts the article of a document already read, without changing its DOM. {@code url} is the address it was
     * fetched from.
     */
    public Extraction extract(Reading reading, @Nullable String url) {
        return switch (extracted(reading, url)) {
            case Extraction.Nothing nothing -> nothing;
            case Extracted article -> article.visible();
        };
    }

    private Extraction extracted(Reading reading, @Nullable String url) {
        return switch (reading) {
            case Page page -> PageArticle.of(page, url, visibleDates, selection, signposts, cleaning, verdicts, walls);
            case Markup work -> MarkupArticle.of(work, url, visibleDates, cleaning);
            case Plain plain -> PlainArticle.of(plain, visibleDates, furniture, cleaning);
            case Unreadable unreadable -> nothing(unreadable);
        };
    }

    private static Extraction.Nothing nothing(Unreadable unreadable) {
        String remarks = String.join("; ", unreadable.about().remarks());
        String detail = remarks.isEmpty() ? unreadable.detail() : unreadable.detail() + "; " + remarks;
        return new Extraction.Nothing(unreadable.problem(), detail);
    }

    static Extraction assemble(
            Declared declared, List<Block> blocks, List<String> related, double confidence, Trace.Log log) {
        String text = ArticleText.join(blocks);
        if (text.isBlank()) {
            return new Extraction.Nothing(Problem.EMPTY, "no passage of the document reads like an article");
        }
        Metadata metadata = declared.article().toBuilder()
                .relatedLinks(related)
                .wordCount(Words.count(text))
                .confidence(confidence)
                .build();
        return new Extracted(metadata, blocks, declared.language(), declared.url(), AccessFinding.OPEN, 0, log.trace());
    }
}
