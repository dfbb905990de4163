package app.lede.extract;

import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading.Plain;
import app.lede.extract.clean.BodyCleaning;
import app.lede.extract.metadata.Declared;
import app.lede.extract.metadata.Envelope;
import app.lede.extract.metadata.FrontMatter;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PlainPassages;
import app.lede.extract.trace.Trace;
import app.lede.furniture.Furniture;
import java.util.ArrayList;
import java.util.List;
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

    /** Number of consecutive labels after the last paragraph that counts as page furniture. */
    private static final int MANY_LABELS = 3;

    /** Confidence in plain text: it was written there, but nothing confirms it. */
    private static final double CONFIDENCE = 0.7;

    private final Furniture furniture;
    private final BodyCleaning cleaning;
    private final Trace.Log log = new Trace.Log();
    private final List<String> related = new ArrayList<>();

    private PlainArticle(Furniture furniture, BodyCleaning cleaning) {
        this.furniture = furniture;
        this.cleaning = cleaning;
    }

    static Extraction of(Plain plain, Furniture furniture, BodyCleaning cleaning) {
        FrontMatter front = FrontMatter.of(plain);
        return new PlainArticle(furniture, cleaning).extract(PlainPassages.read(front.rest()), front, plain.about());
    }

    private Extraction extract(List<Passage> passages, FrontMatter front, DocumentMetadata about) {
        boolean known = front.hasTitle() || about.first(Term.HEADLINE).isPresent();
        boolean titled = !known && passages.size() > 1 && isHeadline(passages.getFirst());
        String headline = titled ? passages.getFirst().text() : null;
        Declared declared = Envelope.around(front.declared(headline), about, log);
        if (titled) {
            log.note("headline: the first line");
        }
        List<Passage> body =
                cleaning.clean(withoutTail(passages.subList(titled ? 1 : 0, passages.size())), declared, log);
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
