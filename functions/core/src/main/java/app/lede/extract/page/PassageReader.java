package app.lede.extract.page;

import app.lede.article.Block.Kind;
import app.lede.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Splits a page into passages in document order, in one iterative walk, whatever its depth. */
public final class PassageReader implements NodeFilter {

    /** Maximum number of passages; real pages have hundreds. */
    private static final int MAX_PASSAGES = 20_000;

    private final List<Passage> passages = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final RegionNames.OfPage names = Region.names();
    private final NameTokens.OfPage tokens = new NameTokens.OfPage();
    private int frameCount = 1;
    private int unseen;
    private final MarkedLetters links = new MarkedLetters();
    private final MarkedLetters strong = new MarkedLetters();
    private final MarkedLetters stressed = new MarkedLetters();
    private final Joint joint = new Joint();
    private int lineBreaks;
    private boolean linkFirst;
    private boolean picture;
    private @Nullable Element link;

    private PassageReader() {
        frames.push(Frame.ROOT);
    }

    /**
     * A page's passages.
     *
     * @param frameCount number of frames
     * @param unseen number of hidden inline elements skipped
     */
    public record Passages(List<Passage> list, int frameCount, int unseen) {}

    public static Passages read(Document dom) {
        return read(dom.body());
    }

    /** Returns the text of a part of a page as one line, as {@link #read(Document)} reads it. */
    public static String line(Element part) {
        return read(part).list().stream().map(Passage::text).collect(Collectors.joining(" "));
    }

    /** Labels of buttons that do something with the heading they stand in; other buttons are its text. */
    private static final Set<String> ACTIONS = Set.of(
            "",
            "copy",
            "copy link",
            "copy url",
            "link",
            "permalink",
            "share",
            "edit",
            "close",
            "kopieren",
            "link kopieren",
            "teilen",
            "copier",
            "copier le lien",
            "partager",
            "copiar",
            "copiar enlace",
            "copiar link",
            "compartir",
            "compartilhar",
            "copia",
            "copia link",
            "condividi",
            "kopiëren",
            "delen",
            "kopiera",
            "dela",
            "копировать",
            "поделиться",
            "コピー",
            "共有",
            "复制",
            "分享",
            "복사",
            "공유");

    private static Passages read(Element part) {
        PassageReader reader = new PassageReader();
        part.filter(reader);
        reader.flush();
        return new Passages(List.copyOf(reader.passages), reader.frameCount, reader.unseen);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode run) {
            append(run.getWholeText());
        } else if (node instanceof Element element) {
            picture |= isPicture(element.normalName());
            if (isSilent(element) || passages.size() >= MAX_PASSAGES) {
                return FilterResult.SKIP_ENTIRELY;
            }
            int byNames = names.regions(element);
            if (Region.UNSEEN.in(byNames) && !isBlock(element)) {
                unseen++;
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, byNames);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isPicture(String tag) {
        return switch (tag) {
            case "img", "picture", "video", "amp-img" -> true;
            default -> false;
        };
    }

    /** Tests for content that is not shown as text; a heading may be a button, and a template a custom element's content. */
    private boolean isSilent(Element element) {
        String tag = element.normalName();
        return switch (tag) {
            case "button" -> !frames.getFirst().in(Region.HEADING) || isAction(element);
            case "template" -> !element.hasAttr("shadowrootmode");
            case "sup" -> NoteMark.is(element);
            case "a" -> NoteMark.isReturn(element);
            case "script",
                    "style",
                    "noscript",
                    "svg",
                    "math",
                    "iframe",
                    "object",
                    "embed",
                    "canvas",
                    "audio",
                    "video" -> true;
            case "select", "option", "textarea", "label", "input", "datalist", "progress", "meter" -> true;
            case "rt", "rp", "rtc", "head", "map" -> true;
            default -> false;
        };
    }

    /** Tests for a button behind the words of a heading that does something with it. */
    private static boolean isAction(Element button) {
        return button.nextElementSibling() == null
                && (button.nextSibling() == null || isBlank(button.nextSibling()))
                && ACTIONS.contains(Words.key(button.text()));
    }

    private static boolean isBlank(@Nullable Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, int byNames) {
        String tag = element.normalName();
        if (tag.equals("br")) {
            lineBreak();
        } else if (isBlock(element)) {
            flush();
            Frame outer = frames.getFirst();
            int regions = Region.enter(element, byNames, outer.regions()) | (links.isOpen() ? Region.LINK.mask() : 0);
            frames.push(new Frame(frameCount++, outer, outer.depth() + 1, tag, regions, tokens.of(element)));
        } else if (tag.equals("td") || tag.equals("th")) {
            append(" ");
        } else {
            joint.opens(tag);
        }
        MarkedLetters marked = marks(element);
        if (marked != null) {
            marked.open();
        }
        if (isLink(element) && link == null) {
            link = element;
        }
    }

    private void close(Element element) {
        MarkedLetters marked = marks(element);
        if (marked != null) {
            marked.close();
        }
        if (isBlock(element)) {
            flush();
            frames.pop();
        } else {
            joint.closes(element.normalName());
        }
    }

    private static boolean isLink(Element element) {
        return element.normalName().equals("a") && element.hasAttr("href");
    }

    /** Returns the counter of an inline element's letters; null if they are not counted. */
    private @Nullable MarkedLetters marks(Element element) {
        return switch (element.normalName()) {
            case "a" -> element.hasAttr("href") ? links : null;
            case "b", "strong" -> strong;
            case "i", "em", "cite" -> stressed;
            default -> null;
        };
    }

    /**
     * Tests for block layout. Table cells stay in their row; custom elements and spans that contain blocks count as
     * blocks.
     */
    private static boolean isBlock(Element element) {
        String tag = element.normalName();
        if (tag.equals("td") || tag.equals("th")) {
            return element.childrenSize() > 0 && hasBlockChild(element);
        }
        return element.isBlock() || tag.indexOf('-') > 0;
    }

    private static boolean hasBlockChild(Element element) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (child.isBlock()) {
                return true;
            }
        }
        return false;
    }

    /** Handles a line break; two in a row start a new paragraph. */
    private void lineBreak() {
        if (++lineBreaks == 2) {
            flush();
        } else if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void append(String run) {
        boolean preformatted = frames.getFirst().tag().equals("pre");
        int letters = 0;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if (Words.isInvisible(c)) {
                continue;
            }
            if (!Words.isSpace(c)) {
                if (joint.divides(text, c)) {
                    text.append(' ');
                }
                linkFirst = text.isEmpty() ? links.isOpen() : linkFirst;
                text.append(c);
                lineBreaks = 0;
                letters++;
            } else if (preformatted && c == '\n') {
                text.append('\n');
            } else if (!text.isEmpty() && !Words.isSpace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
            joint.passed();
        }
        links.letters(letters);
        strong.letters(letters);
        stressed.letters(letters);
    }

    private void flush() {
        String whole = text.isEmpty() ? "" : text.toString().strip();
        if (Words.hasLetter(whole) && passages.size() < MAX_PASSAGES) {
            Frame frame = frames.getFirst();
            int letters = Words.letters(whole);
            passages.add(new Passage(
                    kind(frame),
                    whole,
                    Words.key(whole),
                    Words.count(whole),
                    new PassageStyle(
                            links.shareOf(letters),
                            strong.shareOf(letters),
                            stressed.shareOf(letters),
                            linkFirst,
                            picture),
                    link,
                    frame));
            picture = false;
        }
        text.setLength(0);
        links.reset();
        strong.reset();
        stressed.reset();
        lineBreaks = 0;
        link = null;
        joint.passed();
    }

    private static Kind kind(Frame frame) {
        if (frame.in(Region.HEADING)) {
            return Kind.HEADING;
        }
        if (frame.in(Region.CAPTION)) {
            return Kind.CAPTION;
        }
        return switch (frame.tag()) {
            case "li", "dt", "dd" -> Kind.LIST;
            case "tr", "td", "th", "caption" -> Kind.TABLE;
            default -> {
                Frame parent = frame.parent();
                boolean item = parent != null && parent.tag().equals("li");
                yield item ? Kind.LIST : frame.in(Region.QUOTE) ? Kind.QUOTE : Kind.PARAGRAPH;
            }
        };
    }
}
