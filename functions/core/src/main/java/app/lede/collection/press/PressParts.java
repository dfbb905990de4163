package app.lede.collection.press;

import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.Charsets;
import app.lede.document.Reading;
import app.lede.document.Reading.Problem;
import app.lede.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Streams the articles of an export of a press database: Nexis, LexisNexis, Factiva, ProQuest; as text, or as the text of a word
 * processor's file or a page. Not thread safe.
 */
public final class PressParts implements Parts {

    /** Elements with the text of a paragraph; Factiva has its fields in divisions without others inside. */
    private static final String BLOCKS =
            "h1, h2, h3, h4, h5, h6, p, li, pre, div:not(:has(div, p, h1, h2, h3, ul, table))";

    /** Most lines of one article, and most characters. */
    private static final int MAX_LINES = 50_000;

    private static final int MAX_CHARACTERS = 5_000_000;

    private static final int BUFFER = 64 * 1024;

    /** Articles that show that a file is an export. */
    private static final int ENOUGH = 20;

    /** Characters of a cover sheet and an imprint that may be lost. */
    private static final int MAX_COVER = 1_000;

    private final PressFormat format;
    private final BufferedReader in;
    private final boolean lineIsParagraph;
    private long dropped;
    private long kept;
    private boolean over;
    private boolean begun;
    private int number;

    private PressParts(PressFormat format, BufferedReader in, boolean lineIsParagraph) {
        this.format = format;
        this.in = in;
        this.lineIsParagraph = lineIsParagraph;
        this.begun = !format.begins();
    }

    /** Opens a text file by its beginning, in Latin-1; empty if it is no export. */
    public static Optional<Parts> open(String head, Source file) throws IOException {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        String start = Charsets.decode(first, null).text();
        Optional<PressFormat> format = PressFormat.of(start);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        Charset charset = Charsets.detect(first, null);
        try (InputStream in = file.open()) {
            if (new PressParts(format.get(), reader(in, charset), false).losesText()) {
                return Optional.empty();
            }
        }
        return Optional.of(new PressParts(format.get(), reader(file.open(), charset), false));
    }

    /** Opens the text of a word processor's file or a page; empty if it is no export. */
    public static Optional<Parts> open(Reading reading) {
        return switch (reading) {
            case Reading.Markup markup -> open(lines(markup.dom()), true);
            case Reading.Plain plain -> open(plain.text(), !plain.text().contains("\n\n"));
            case Reading.Page page -> {
                Optional<Parts> marked = HtmlExport.open(page.dom());
                yield marked.isPresent() ? marked : open(lines(page.dom()), true);
            }
            case Reading.Unreadable ignored -> Optional.empty();
        };
    }

    /** Opens a stream of a file from its beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private static BufferedReader reader(InputStream in, Charset charset) {
        return new BufferedReader(new InputStreamReader(in, charset), BUFFER);
    }

    private static Optional<Parts> open(String text, boolean lineIsParagraph) {
        Supplier<Optional<PressParts>> parts = () -> PressFormat.of(text)
                .map(format -> new PressParts(format, new BufferedReader(new StringReader(text)), lineIsParagraph));
        try {
            Optional<PressParts> tried = parts.get();
            return tried.isEmpty() || tried.get().losesText()
                    ? Optional.empty()
                    : parts.get().map(Parts.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests for a file without an article, or with more text outside of its articles than inside, by its first articles. */
    private boolean losesText() throws IOException {
        int articles = 0;
        int broken = 0;
        for (Optional<Part> part = next(); part.isPresent() && articles < ENOUGH; part = next()) {
            articles += part.get() instanceof Part.Document ? 1 : 0;
            broken += part.get() instanceof Part.Broken ? 1 : 0;
        }
        return articles == 0 || broken > articles || dropped > kept + MAX_COVER;
    }

    /** Returns the paragraphs of a document, a line each; headings begin with a mark. */
    private static String lines(Document dom) {
        StringBuilder lines = new StringBuilder();
        for (Element block : dom.select(BLOCKS)) {
            boolean heading = block.normalName().startsWith("h");
            for (String line : block.wholeText().lines().toList()) {
                if (!line.isBlank()) {
                    lines.append(heading ? HEADING : "").append(line.strip()).append('\n');
                }
            }
        }
        return lines.toString();
    }

    /** Start of Heading: no text that was cleaned has it. */
    private static final String HEADING = "\u0001";

    @Override
    public Optional<Part> next() throws IOException {
        while (!over) {
            List<Paragraph> paragraphs = article();
            if (paragraphs.isEmpty()) {
                continue;
            }
            Optional<Part> part = PressArticle.of(format, paragraphs)
                    .map(fields ->
                            new Part.Document("article " + (number + 1), Json.bytes(fields), "application/json"));
            long characters = characters(paragraphs);
            dropped += part.isPresent() ? 0 : characters;
            kept += part.isPresent() ? characters : 0;
            // The cover before the first article, or the imprint behind the last.
            boolean edge = over || (number == 0 && part.isEmpty());
            if (part.isPresent() || !edge) {
                number++;
                return part.isPresent()
                        ? part
                        : Optional.of(
                                new Part.Broken("article " + number, Problem.EMPTY, "no text between its fields"));
            }
        }
        return Optional.empty();
    }

    /** Reads the paragraphs up to the next separator. */
    private List<Paragraph> article() throws IOException {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int characters = 0;
        int lines = 0;
        for (String line = in.readLine(); ; line = in.readLine()) {
            over = line == null;
            String stripped = line == null ? "" : line.strip();
            if (over || format.isSeparator(stripped)) {
                add(paragraph, paragraphs);
                boolean cover = !begun && !over;
                begun = true;
                if (cover) {
                    dropped += characters(paragraphs);
                    paragraphs.clear();
                    continue;
                }
                return paragraphs;
            }
            characters += stripped.length();
            if (++lines > MAX_LINES || characters > MAX_CHARACTERS) {
                continue;
            }
            if (stripped.isEmpty() || lineIsParagraph) {
                add(paragraph, paragraphs);
            }
            if (!stripped.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(stripped);
            }
        }
    }

    private static long characters(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToLong(paragraph -> paragraph.text().length())
                .sum();
    }

    private static void add(StringBuilder paragraph, List<Paragraph> paragraphs) {
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (!text.isBlank()) {
            boolean heading = text.startsWith(HEADING);
            paragraphs.add(new Paragraph(heading ? text.substring(1) : text, heading));
        }
    }
}
