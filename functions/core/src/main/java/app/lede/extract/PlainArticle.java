package app.lede.extract;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.article.Metadata;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading.Plain;
import app.lede.extract.clean.BodyCleaning;
import app.lede.extract.metadata.DateFinder;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.Envelope;
import app.lede.extract.metadata.FrontMatter;
import app.lede.extract.metadata.MastheadLines;
import app.lede.extract.metadata.MetadataReader;
import app.lede.extract.metadata.ReleaseLabel;
import app.lede.extract.page.PageElements;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PlainPassages;
import app.lede.extract.script.LinkedData;
import app.lede.extract.trace.Trace;
import app.lede.furniture.Furniture;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the article of a plain text, where only the form of lines separates headline, paragraphs and text copied
 * along.
 */
final class PlainArticle {

    private static final int MAX_HEADLINE_WORDS = 30;
    private static final int MIN_PARAGRAPH_WORDS = 8;
    private static final int LONG_PARAGRAPH_WORDS = 25;
    private static final int MIN_TITLE_WORDS = 4;

    /** Lines above the first paragraph. */
    private static final int MAX_MASTHEAD = 8;

    /** Number of consecutive labels after the last paragraph that counts as page furniture. */
    private static final int MANY_LABELS = 3;

    /** Confidence in plain text: it was written there, but nothing confirms it. */
    private static final double CONFIDENCE = 0.7;

    private final DateFinder dates;
    private final Furniture furniture;
    private final BodyCleaning cleaning;
    private final Trace.Log log = new Trace.Log();
    private final List<String> related = new ArrayList<>();

    private PlainArticle(DateFinder dates, Furniture furniture, BodyCleaning cleaning) {
        this.dates = dates;
        this.furniture = furniture;
        this.cleaning = cleaning;
    }

    static Extraction of(Plain plain, DateFinder dates, Furniture furniture, BodyCleaning cleaning) {
        FrontMatter front = FrontMatter.of(plain);
        return new PlainArticle(dates, furniture, cleaning)
                .extract(ReleaseLabel.skipped(PlainPassages.read(front.rest())), front, plain.about());
    }

    private Extraction extract(List<Passage> passages, FrontMatter front, DocumentMetadata about) {
        boolean known = front.hasTitle() || about.first(Term.HEADLINE).isPresent();
        boolean titled = !known && passages.size() > 1 && isHeadline(passages.getFirst());
        String headline = titled ? passages.getFirst().text() : null;
        Declared declared =
                Envelope.around(front.declared(headline), about, log).orElse(masthead(passages));
        if (titled) {
            log.note("headline: the first line");
        }
        List<Passage> body = MastheadLines.removedFrom(
                cleaning.clean(withoutTail(passages.subList(titled ? 1 : 0, passages.size())), declared, log),
                declared,
                log);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Passage next = i + 1 < body.size() ? body.get(i + 1) : null;
            if (i > 0 && isPointer(body.get(i))) {
                relate(body.get(i));
            } else {
                blocks.add(new Block(kind(body.get(i), next), body.get(i).text()));
            }
        }
        return ArticleExtractor.assemble(declared, blocks, related, CONFIDENCE, log);
    }

    /** Returns authors and date of the lines above the first paragraph. */
    private Declared masthead(List<Passage> passages) {
        int end = 0;
        while (end < Math.min(passages.size(), MAX_MASTHEAD)
                && (passages.get(end).isHeading() || !isParagraph(passages.get(end)))) {
            end++;
        }
        if (end == 0 || end == passages.size()) {
            return Declared.headline(null);
        }
        PageElements none = PageElements.of(Document.createShell(""));
        Metadata read = new MetadataReader(none, LinkedData.of(none), passages.subList(0, end), dates, null)
                .read()
                .article();
        return new Declared(
                Metadata.builder()
                        .authors(read.authors().stream()
                                .filter(PlainLines::isName)
                                .toList())
                        .datePublished(PlainLines.dated(read.datePublished(), passages.subList(0, end)))
                        .dateModified(PlainLines.dated(read.dateModified(), passages.subList(0, end)))
                        .build(),
                null,
                null);
    }

    private static boolean isHeadline(Passage first) {
        return first.isHeading() || (first.words() <= MAX_HEADLINE_WORDS && !endsSentence(first.text()));
    }

    /**
     * Cuts the text after the last paragraph at the first furniture line; a title before it belongs to another article.
     */
    private List<Passage> withoutTail(List<Passage> passages) {
        int end = passages.size();
        while (end > 0 && !isParagraph(passages.get(end - 1))) {
            end--;
        }
        List<Passage> tail = passages.subList(end, passages.size());
        int cut = cut(tail);
        List<Passage> kept = new ArrayList<>(passages.subList(0, end));
        for (Passage passage : tail.subList(0, cut)) {
            if (cut < tail.size() && isTitle(passage)) {
                relate(passage);
            } else {
                kept.add(passage);
            }
        }
        tail.subList(cut, tail.size()).forEach(passage -> log.drop(passage.text(), "after the end"));
        return kept;
    }

    private int cut(List<Passage> tail) {
        int labelsFrom = tail.size();
        while (labelsFrom > 0 && isLabel(tail.get(labelsFrom - 1))) {
            labelsFrom--;
        }
        for (int i = 0; i < tail.size(); i++) {
            Passage passage = tail.get(i);
            boolean labels = i >= labelsFrom && tail.size() - i >= MANY_LABELS;
            if (passage.kind() != Kind.LIST && (labels || furniture.starts(passage.text()))) {
                return i;
            }
        }
        return tail.size();
    }

    private void relate(Passage passage) {
        related.add(passage.text());
        log.drop(passage.text(), "related");
    }

    /** Tests for "Read also: …" between two paragraphs. */
    private boolean isPointer(Passage passage) {
        return passage.kind() == Kind.PARAGRAPH
                && !endsSentence(passage.text())
                && isTitle(passage)
                && furniture.starts(passage.text());
    }

    private boolean isParagraph(Passage passage) {
        boolean sentence = passage.words() >= MIN_PARAGRAPH_WORDS && endsSentence(passage.text());
        return passage.kind() != Kind.PARAGRAPH
                || passage.words() >= LONG_PARAGRAPH_WORDS
                || (sentence && !furniture.starts(passage.text()));
    }

    private static boolean isTitle(Passage passage) {
        return passage.kind() == Kind.PARAGRAPH
                && passage.words() >= MIN_TITLE_WORDS
                && passage.words() <= MAX_HEADLINE_WORDS
                && !endsSentence(passage.text());
    }

    private static boolean isLabel(Passage passage) {
        return passage.kind() == Kind.PARAGRAPH
                && passage.words() < MIN_PARAGRAPH_WORDS
                && !endsSentence(passage.text());
    }

    /** Returns the kind of a passage: a short line without a full stop before a paragraph is a heading. */
    private static Kind kind(Passage passage, @Nullable Passage next) {
        boolean heading = isLabel(passage) && next != null && next.words() >= LONG_PARAGRAPH_WORDS;
        return heading ? Kind.HEADING : passage.kind();
    }

    private static boolean endsSentence(String text) {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?。！？।۔؟:…".indexOf(text.charAt(end)) >= 0;
    }
}
