package app.lede.extract;

import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.extract.BodySelection.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a document: its text, cleaned of everything a page puts around it, and what the document says about
 * it. Every text given is the document's own; every decision is in the trace.
 *
 * <p>Thread safe. Never throws for any document; takes time linear in the document's size.
 */
public final class ArticleExtractor {

    private static final int MAX_RELATED = 50;

    private final DocumentReader reader = new DocumentReader();
    private final BodySelection selection = new BodySelection(ClueWeights.load());

    /** Reads a document and finds the article in it. */
    public Extraction extract(RawDocument document) {
        return extract(reader.read(document), document.url());
    }

    /** Finds the article in a document already read; the DOM of a page is not changed. The URL is where it was fetched. */
    public Extraction extract(Reading reading, @Nullable String url) {
        return switch (reading) {
            case Page page -> ofPage(page, url);
            case Plain plain -> PlainArticle.of(plain);
            case Unreadable unreadable -> new Extraction.Nothing(unreadable.problem(), unreadable.detail());
        };
    }

    private Extraction ofPage(Page page, @Nullable String url) {
        Trace.Log log = new Trace.Log();
        LinkedData linked = LinkedData.of(page.dom());
        Metadata metadata = new MetadataReader(page.dom(), linked, url).read();
        String headlineKey = metadata.headline() == null ? "" : Words.key(metadata.headline());
        PageContext context = new PageContext(PassageReader.read(page.dom()), headlineKey);
        List<Block> blocks = new ArrayList<>();
        Set<String> related = new LinkedHashSet<>();
        for (Choice choice : selection.choose(context)) {
            Passage passage = choice.passage();
            if (choice.kept()) {
                blocks.add(new Block(passage.kind(), passage.text()));
            } else {
                log.drop(passage.text(), "score");
            }
        }
        return assemble(metadata, blocks, List.copyOf(related), 0.5, log);
    }

    static Extraction assemble(
            Metadata metadata, List<Block> blocks, List<String> related, double confidence, Trace.Log log) {
        String text = ArticleText.join(blocks);
        if (text.isBlank()) {
            return new Extraction.Nothing(Problem.EMPTY, "no passage of the document reads like an article");
        }
        return new Extracted(
                metadata.headline(),
                metadata.alternativeHeadline(),
                metadata.description(),
                blocks,
                text,
                metadata.authors(),
                metadata.publisher(),
                metadata.datePublished(),
                metadata.dateModified(),
                metadata.language(),
                metadata.section(),
                metadata.keywords(),
                metadata.image(),
                metadata.declaredUrl(),
                metadata.isAccessibleForFree(),
                related.subList(0, Math.min(related.size(), MAX_RELATED)),
                Words.count(text),
                confidence,
                log.trace());
    }
}
