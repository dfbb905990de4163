package app.lede.extract.page;

import app.lede.article.Block.Kind;
import app.lede.document.DocumentType;
import app.lede.document.Reading.Plain;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits plain text into passages: rejoins wrapped lines and recognises lists, quotes and headings. */
public final class PlainPassages {

    /**
     * Minimum length of wrapped lines: programs wrap at 65 to 80 characters; a paragraph per line is longer, a label
     * shorter.
     */
    private static final int MIN_WRAPPED = 45;

    private static final int MAX_WRAPPED = 100;

    /** A mark of a list; a number before a month and a year is a day. */
    private static final Pattern BULLET =
            Pattern.compile("^(?:[-*+•–]|(?!\\d{1,2}\\. \\p{L}{3,12}\\.? \\d{4}\\b)\\d{1,3}[.)])\\s+");

    private static final Pattern MARKED_HEADING = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern QUOTE_MARK = Pattern.compile("^>\\s?");
    private static final Pattern RULE = Pattern.compile("^(?:[-*_=]\\s*){3,200}$|^```.*$");
    // No bracket inside a label or an address: a line of nothing but brackets would be searched from each of them.
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]\\n]{0,500}+\\]\\([^\\[)\\n]{0,2000}+\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]{1,500}+)\\]\\([^\\[)\\n]{0,2000}+\\)");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|\\*|`)(?=\\S)([^*_`\\n]{1,500})(?<=\\S)\\1");

    private PlainPassages() {}

    public static List<Passage> read(Plain plain) {
        boolean markdown = plain.type() == DocumentType.MARKDOWN;
        List<Passage> passages = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        for (String line : (plain.text() + "\n\n").split("\n", -1)) {
            String text = Words.line(line);
            if (!text.isEmpty() && !(markdown && RULE.matcher(text).matches())) {
                chunk.add(text);
            } else {
                flush(chunk, markdown, passages);
                chunk.clear();
            }
        }
        return passages;
    }

    private static void flush(List<String> chunk, boolean markdown, List<Passage> passages) {
        List<String> lines = isWrapped(chunk) || (markdown && chunk.stream().noneMatch(PlainPassages::isMarked))
                ? List.of(String.join(" ", chunk))
                : chunk;
        for (String line : lines) {
            Passage passage = passage(line, markdown);
            if (passage.text().chars().anyMatch(Character::isLetterOrDigit)) {
                passages.add(passage);
            }
        }
    }

    /** Tests whether every line but the last is long enough to be wrapped. */
    private static boolean isWrapped(List<String> chunk) {
        return chunk.size() > 1
                && chunk.subList(0, chunk.size() - 1).stream()
                        .allMatch(line -> line.length() >= MIN_WRAPPED && line.length() <= MAX_WRAPPED)
                && chunk.stream().skip(1).noneMatch(PlainPassages::isMarked);
    }

    private static boolean isMarked(String line) {
        return BULLET.matcher(line).find()
                || MARKED_HEADING.matcher(line).find()
                || QUOTE_MARK.matcher(line).find();
    }

    private static Passage passage(String line, boolean markdown) {
        if (markdown && MARKED_HEADING.matcher(line).find()) {
            return Passage.plain(
                    Kind.HEADING, inline(MARKED_HEADING.matcher(line).replaceFirst("")));
        }
        if (QUOTE_MARK.matcher(line).find()) {
            String quote = QUOTE_MARK.matcher(line).replaceFirst("");
            return Passage.plain(Kind.QUOTE, markdown ? inline(quote) : quote);
        }
        if (BULLET.matcher(line).find()) {
            String item = markdown ? BULLET.matcher(line).replaceFirst("") : line;
            return Passage.plain(Kind.LIST, markdown ? inline(item) : item);
        }
        return Passage.plain(Kind.PARAGRAPH, markdown ? inline(line) : line);
    }

    private static String inline(String line) {
        String text = IMAGE.matcher(line).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        return Words.line(EMPHASIS.matcher(text).replaceAll("$2"));
    }
}
