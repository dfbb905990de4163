package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentType;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.extract.Extracted;
import app.lede.extract.Extraction;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The letters and digits a reader can see in a document, in order and without anything between them: what an article's text
 * must be made of, whatever was decided about spaces, lines and marks.
 */
public final class InputLetters {

    /** Class names of hidden elements known to {@code regions.tsv}, in another notation. */
    private static final Pattern UNSEEN_NAMES = Pattern.compile(
            "(?i)(?:^|\\s)(?:(?:is-|u-)?visually-?hidden|sr-only(?:-text)?|screen-?reader-(?:text|only)|a11y-hidden"
                    + "|tooltip-?text|tooltip-content|rollover-people\\S*|rollover-block)(?=\\s|$)");

    private static final String UNSEEN =
            " script style noscript template svg math iframe object embed canvas audio video select"
                    + " option textarea button label input datalist head map progress meter ";

    /** As {@link Character#isLetterOrDigit(int)}. */
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{javaLetterOrDigit}]+");

    private final String letters;

    private InputLetters(String letters) {
        this.letters = letters;
    }

    /**
     * Asserts that all words of an article occur in its document, in the same order and as often. Text from scripts is
     * not checked, since it may be escaped there.
     */
    public static void assertMadeOf(RawDocument document, Extraction extraction) {
        if (extraction instanceof Extracted article && !isFromScript(article)) {
            Reading reading = new DocumentReader().read(document);
            InputLetters input = of(reading);
            assertTrue(input.hasInOrder(article), () -> "not in the document in this order: " + article.text());
            // Markup inside a word ("wo**r**d") is removed.
            boolean marked = reading instanceof Reading.Plain plain && plain.type() == DocumentType.MARKDOWN;
            assertTrue(marked || input.hasWords(article), () -> "not in the document: " + article.text());
        }
    }

    private static boolean isFromScript(Extracted article) {
        return article.trace().notes().stream().anyMatch(note -> note.startsWith("body: from"));
    }

    private static InputLetters of(Reading reading) {
        return switch (reading) {
            case Reading.Page page -> ofPage(page.dom());
            case Reading.Markup markup -> ofPage(markup.dom());
            case Reading.Plain plain -> new InputLetters(letters(plain.text()));
            case Reading.Unreadable unreadable -> new InputLetters("");
        };
    }

    private static InputLetters ofPage(Document dom) {
        StringBuilder seen = new StringBuilder();
        dom.body().filter((node, depth) -> {
            if (node instanceof TextNode text) {
                seen.append(text.getWholeText());
            }
            boolean hidden = node instanceof Element element && isHidden(element);
            return hidden ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
        });
        return new InputLetters(letters(seen.toString()));
    }

    private static boolean isHidden(Element element) {
        boolean seenOnceMore = element.className().contains("not-sr-only")
                || element.className().contains("focusable");
        boolean inline = !element.isBlock() && element.normalName().indexOf('-') < 0;
        boolean isTitle = element.normalName().equals("button")
                && element.closest("h1, h2, h3, h4, h5, h6, [role=heading]") != null;
        boolean isShadow = element.normalName().equals("template") && element.hasAttr("shadowrootmode");
        return (!isTitle && !isShadow && UNSEEN.contains(" " + element.normalName() + " "))
                || (inline
                        && !seenOnceMore
                        && UNSEEN_NAMES.matcher(element.className()).find());
    }

    private boolean hasWords(Extracted article) {
        return article.blocks().stream()
                .flatMap(block -> NO_LETTER.splitAsStream(block.text()))
                .allMatch(letters::contains);
    }

    private boolean hasInOrder(Extracted article) {
        int at = 0;
        for (Block block : article.blocks()) {
            String wanted = letters(block.text());
            for (int i = 0; i < wanted.length(); i++) {
                at = letters.indexOf(wanted.charAt(i), at) + 1;
                if (at == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Tests for a letter or digit; Hangul's fillers are letters by their category, but nothing is seen of them. */
    private static boolean isSeen(int c) {
        return Character.isLetterOrDigit(c) && c != 0x3164 && c != 0x115f && c != 0x1160 && c != 0xffa0;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(InputLetters::isSeen).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
