package app.lede.extract;

import app.lede.extract.Block.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Cuts a page into passages, in document order, in one walk that needs no stack of its own however deep the page is. */
final class PassageReader implements NodeFilter {

    /** What a reader never sees as text. */
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "select",
            "option",
            "textarea",
            "button",
            "label",
            "input",
            "datalist",
            "head",
            "map",
            "progress",
            "meter");

    /** Pages have hundreds of passages; one with more than this is no article past it. */
    private static final int MAX_PASSAGES = 20_000;

    private final List<Passage> passages = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int frameCount = 1;
    private int linkedLetters;
    private int linkDepth;
    private int lineBreaks;
    private @Nullable String link;

    private PassageReader() {
        frames.push(Frame.ROOT);
    }

    /** A page's passages and how many frames they stand in. */
    record Passages(List<Passage> list, int frameCount) {}

    static Passages read(Document dom) {
        PassageReader reader = new PassageReader();
        Element body = dom.body();
        body.filter(reader);
        reader.flush();
        return new Passages(List.copyOf(reader.passages), reader.frameCount);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode run) {
            append(run.getWholeText());
        } else if (node instanceof Element element) {
            if (SILENT.contains(element.normalName()) || passages.size() >= MAX_PASSAGES) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        String tag = element.normalName();
        if (tag.equals("br")) {
            lineBreak();
        } else if (isBlock(element)) {
            flush();
            Frame outer = frames.getFirst();
            int regions = Region.enter(element, outer.regions()) | (linkDepth > 0 ? Region.LINK.mask() : 0);
            frames.push(new Frame(frameCount++, outer, outer.depth() + 1, tag, regions, Hints.of(element)));
        } else if (tag.equals("td") || tag.equals("th")) {
            append(" ");
        }
        if (tag.equals("a") && element.hasAttr("href")) {
            linkDepth++;
            link = link == null ? element.absUrl("href") : link;
        }
    }

    private void close(Element element) {
        if (element.normalName().equals("a") && element.hasAttr("href")) {
            linkDepth--;
        }
        if (isBlock(element)) {
            flush();
            frames.pop();
        }
    }

    /** Cells stay in their row. Custom elements and spans that hold blocks are laid out as blocks by most sites. */
    private static boolean isBlock(Element element) {
        String tag = element.normalName();
        if (tag.equals("td") || tag.equals("th")) {
            return element.childrenSize() > 0 && hasBlockChild(element);
        }
        return element.isBlock() || tag.indexOf('-') > 0;
    }

    private static boolean hasBlockChild(Element element) {
        return element.children().stream().anyMatch(Element::isBlock);
    }

    /** One break is a new line, two are a new paragraph. */
    private void lineBreak() {
        if (++lineBreaks == 2) {
            flush();
        } else if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void append(String run) {
        boolean preformatted = frames.getFirst().tag().equals("pre");
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if (Words.isInvisible(c)) {
                continue;
            }
            if (!Words.isSpace(c)) {
                text.append(c);
                lineBreaks = 0;
                linkedLetters += linkDepth > 0 ? 1 : 0;
            } else if (preformatted && c == '\n') {
                text.append('\n');
            } else if (!text.isEmpty() && !Words.isSpace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private void flush() {
        String whole = text.toString().strip();
        if (whole.chars().anyMatch(Character::isLetterOrDigit) && passages.size() < MAX_PASSAGES) {
            Frame frame = frames.getFirst();
            long letters = whole.chars().filter(c -> c > ' ').count();
            double linkedShare = Math.min(1.0, (double) linkedLetters / letters);
            passages.add(new Passage(kind(frame), whole, Words.count(whole), linkedShare, link, frame));
        }
        text.setLength(0);
        linkedLetters = 0;
        lineBreaks = 0;
        link = null;
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
