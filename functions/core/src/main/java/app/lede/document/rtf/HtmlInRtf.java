package app.lede.document.rtf;

import app.lede.document.Charsets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the HTML out of RTF that Outlook made of it ({@code \fromhtml1}): the tags, which stand in groups {@code \*\htmltag}, and the text
 * between them, without what {@code \htmlrtf} adds for readers of RTF. Linear in the text; not thread safe.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfex/">MS-OXRTFEX</a>
 */
public final class HtmlInRtf {

    /** Bytes at the beginning in which the mark stands: it is among the first words. */
    private static final int HEAD = 512;

    /** Groups in each other; more are none of Outlook's. */
    private static final int MOST_DEEP = 1_000;

    /** Groups whose text is none of the document's. */
    private static final Set<String> TABLES = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("tab", "\t"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("bullet", "\u2022"),
            Map.entry("endash", "\u2013"),
            Map.entry("emdash", "\u2014"));

    /** Code pages by the number of a font's character set. */
    private static final Map<Integer, String> FONT_CHARSETS = Map.ofEntries(
            Map.entry(128, "shift_jis"),
            Map.entry(129, "euc-kr"),
            Map.entry(134, "gbk"),
            Map.entry(136, "big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "windows-874"),
            Map.entry(238, "windows-1250"));

    private final byte[] rtf;
    private final StringBuilder html = new StringBuilder();
    private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Group group = new Group(false, false, false, 1, -1);
    private Charset codePage = Charset.forName("windows-1252");
    private int at;
    private int skipped;
    private int font = -1;

    private HtmlInRtf(byte[] rtf) {
        this.rtf = rtf;
    }

    /**
     * State of a group, which its end restores.
     *
     * @param tag whether it is one of HTML
     * @param foreign whether its text is left out
     * @param rtfOnly whether text is for readers of RTF
     * @param substitutes characters behind a letter in Unicode notation that stand for it
     * @param font number of the font, -1 for none
     */
    private record Group(boolean tag, boolean foreign, boolean rtfOnly, int substitutes, int font) {}

    /** Returns the HTML; empty for RTF that was not made of any, or whose groups are nested a thousand deep. */
    public static Optional<String> of(byte[] rtf) {
        String head = new String(rtf, 0, Math.min(HEAD, rtf.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("{\\rtf") && head.contains("\\fromhtml1")
                ? Optional.of(new HtmlInRtf(rtf).html()).filter(found -> !found.isBlank())
                : Optional.empty();
    }

    private String html() {
        while (at < rtf.length) {
            if (groups.size() >= MOST_DEEP) {
                return "";
            }
            int c = rtf[at++] & 0xff;
            switch (c) {
                case '{' -> {
                    flush();
                    groups.push(group);
                }
                case '}' -> {
                    flush();
                    group = groups.isEmpty() ? group : groups.pop();
                }
                case '\\' -> control();
                case '\r', '\n' -> {} // Line ends of the file say nothing.
                default -> letter(c);
            }
        }
        flush();
        return html.toString();
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        int c = rtf[at] & 0xff;
        if (isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
                int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    letter(high << 4 | low);
                }
            }
            case '*' -> group = new Group(false, true, group.rtfOnly(), group.substitutes(), group.font());
            case '~' -> text("\u00a0");
            case '_' -> text("\u2011");
            case '{', '}', '\\' -> letter(c);
            default -> {}
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length && isLetter(rtf[at])) {
            at++;
        }
        String word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
        int digits = at;
        at += at < rtf.length && rtf[at] == '-' ? 1 : 0;
        while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9' && at - digits < 10) {
            at++;
        }
        String number = new String(rtf, digits, at - digits, StandardCharsets.US_ASCII);
        at += at < rtf.length && rtf[at] == ' ' ? 1 : 0;
        word(word, number.matches("-?[0-9]{1,9}") ? Integer.parseInt(number) : -1);
    }

    private void word(String word, int number) {
        switch (word) {
            case "htmltag" -> {
                flush();
                group = new Group(true, false, false, group.substitutes(), -1);
            }
            case "htmlrtf" -> {
                flush();
                group = new Group(group.tag(), group.foreign(), number != 0, group.substitutes(), group.font());
            }
            case "ansicpg" ->
                codePage = Charsets.byName("windows-" + number)
                        .or(() -> Charsets.byName("cp" + number))
                        .orElse(codePage);
            case "uc" ->
                group = new Group(
                        group.tag(), group.foreign(), group.rtfOnly(), Math.max(0, Math.min(9, number)), group.font());
            case "u" -> {
                text(String.valueOf((char) (number & 0xffff)));
                skipped = group.substitutes();
            }
            case "f" -> {
                flush();
                font = number;
                group = new Group(group.tag(), group.foreign(), group.rtfOnly(), group.substitutes(), number);
            }
            case "fcharset" ->
                Optional.ofNullable(FONT_CHARSETS.get(number))
                        .flatMap(Charsets::byName)
                        .ifPresent(charset -> fonts.put(font, charset));
            case "bin" -> at = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
            default -> {
                if (TABLES.contains(word)) {
                    group = new Group(false, true, group.rtfOnly(), group.substitutes(), group.font());
                } else if (SIGNS.containsKey(word)) {
                    text(SIGNS.getOrDefault(word, ""));
                }
            }
        }
    }

    /** Adds a byte of text, or leaves it out as the substitute of the letter before. */
    private void letter(int c) {
        if (skipped > 0) {
            skipped--;
        } else if (isShown()) {
            coded.write(c);
        }
    }

    private void text(String text) {
        skipped = 0;
        if (isShown()) {
            flush();
            html.append(text);
        }
    }

    private boolean isShown() {
        return group.tag() || (!group.foreign() && !group.rtfOnly());
    }

    /** Decodes the bytes so far, of which several may make one character. */
    private void flush() {
        if (coded.size() > 0) {
            html.append(coded.toString(group.tag() ? codePage : fonts.getOrDefault(group.font(), codePage)));
            coded.reset();
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
