package app.lede.extract;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.document.Reading.Markup;
import app.lede.extract.clean.BodyCleaning;
import app.lede.extract.metadata.DateFinder;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.Envelope;
import app.lede.extract.metadata.MastheadLines;
import app.lede.extract.metadata.MetadataReader;
import app.lede.extract.metadata.ReleaseLabel;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import app.lede.extract.script.LinkedData;
import app.lede.extract.trace.Trace;
import app.lede.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extracts the article of a document without boilerplate: all passages except boilerplate. */
final class MarkupArticle {

    private static final int MAX_HEADLINE_WORDS = 30;

    /** Confidence in a document's text, which nothing else confirms. */
    private static final double CONFIDENCE = 0.9;

    private MarkupArticle() {}

    static Extraction of(Markup work, @Nullable String url, DateFinder dates, BodyCleaning cleaning) {
        Trace.Log log = new Trace.Log();
        List<Passage> passages =
                ReleaseLabel.skipped(PassageReader.read(work.dom()).list());
        PageElements elements = PageElements.of(work.dom());
        Declared found = new MetadataReader(elements, LinkedData.of(elements), passages, dates, url).read();
        Declared known = Envelope.around(found, work.about(), log);
        Declared declared = known.orElse(Declared.headline(titleLine(passages)));
        List<Passage> text = cleaning.clean(passages, declared, log);
        List<Block> blocks = MastheadLines.removedFrom(text, declared, log).stream()
                .map(passage -> new Block(passage.kind(), passage.text()))
                .toList();
        return ArticleExtractor.assemble(declared, blocks, List.of(), CONFIDENCE, log);
    }

    /** Returns the first line if it looks like a title, for authors who do not use styles. */
    private static @Nullable String titleLine(List<Passage> passages) {
        if (passages.size() < 2) {
            return null;
        }
        Passage first = passages.getFirst();
        char end = first.text().charAt(first.text().length() - 1);
        boolean line = first.kind() == Kind.PARAGRAPH && first.words() <= MAX_HEADLINE_WORDS && ".:,;".indexOf(end) < 0;
        return first.isHeading() || line ? Words.line(first.text()) : null;
    }
}
