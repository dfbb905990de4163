package app.lede.document.mail;

import app.lede.document.mail.ForwardWords.Field;
import app.lede.text.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A forwarded mail inside another: the header that mail programs write above it, and the place where its text begins.
 *
 * @param from as written; empty if missing
 * @param subject as written; empty if missing
 * @param date as written; empty if missing
 * @param start index of the forwarded text
 */
record Forward(String from, String subject, String date, int start) {

    /** Characters searched for the fields of one header. */
    private static final int WINDOW = 3000;

    /** Characters searched for the forwarded mail; a note is short. */
    private static final int MAX_NOTE = 20_000;

    /** Words of a note that does not say of itself that it forwards something. */
    private static final int SHORT_NOTE = 80;

    /** Words of a note that may be longer than the mail it forwards. */
    private static final int BRIEF_NOTE = 25;

    /** Forwards within forwards that are followed. */
    private static final int MAX_DEPTH = 8;

    private static final Pattern FIELD =
            Pattern.compile("(?m)^[>*\\h]*+(\\p{L}[\\p{L}' -]{0,24}?)\\h?\\*?[:：]\\*?\\h*+([^\\n]{0,500})$");

    private static final Pattern WROTE =
            Pattern.compile("(?m)^[>\\h]*+(?:On|Am|Le|El|Em|Il|Op|Den|Dnia|W dniu|Dne) ([^\\n"
                    + "]{5,160}\\n"
                    + "?[^\\n"
                    + "]{0,100}?)(?:wrote|schrieb[^\\n"
                    + "]{0,80}|a écrit|escribió|escreveu|ha scritto|schreef[^\\n"
                    + "]{0,80}|skrev[^\\n"
                    + "]{0,80}|napisał\\(?a?\\)?|napsal\\(?a?\\)?)\\h?:\\h*$");

    private static final Pattern MARKS = Pattern.compile("(?s)^((?:> ?){0,20}+).*");

    private static final Pattern SENDER = Pattern.compile(
            "(?:^|[\\d,.:;\\h]|[AP]M|Uhr|um|at|à|kl\\.)\\h*((?:\\p{Lu}[\\p{L}.'’-]{0,30}\\h?){1,4}\\h*(?:[<(\\[][^\\s<>()\\[\\]]{3,200}[>)\\]])?)\\s*$");

    /**
     * Finds the forwarded mail: the innermost where a forward holds little but another forward.
     *
     * @param text the whole mail's text, a line for each line
     * @param subject of the whole mail
     */
    static Optional<Forward> in(String text, String subject) {
        String head = text.substring(0, Math.min(text.length(), MAX_NOTE));
        Matcher opening = ForwardWords.OPENING.matcher(head);
        if (opening.find()) {
            Forward opened = header(text, opening.end());
            return Optional.of(opened)
                    .filter(found -> opening.group(1) == null
                            ? isForward(text, opening.start(), found, subject)
                            : isNote(text, 0, opening.start(), found, SHORT_NOTE))
                    .map(found -> innermost(text, found));
        }
        return block(text, head, subject).map(found -> innermost(text, found)).or(() -> wrote(text, head, subject));
    }

    private static Forward innermost(String text, Forward outer) {
        Forward current = outer;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            Optional<Forward> inner = within(text, current);
            if (inner.isEmpty()) {
                return current;
            }
            current = inner.get();
        }
        return current;
    }

    /** Finds a forward below the header of another, with no more than a note between them. */
    private static Optional<Forward> within(String text, Forward outer) {
        String head = text.substring(outer.start, Math.min(text.length(), outer.start + WINDOW));
        Matcher opening = ForwardWords.OPENING.matcher(head);
        boolean opened = opening.find() && opening.group(1) != null;
        Matcher field = FIELD.matcher(head);
        int note = opened ? opening.start() : field.find() ? field.start() : head.length();
        Forward inner = header(text, outer.start + (opened ? opening.end() : note));
        boolean forward = opened ? !inner.from.isEmpty() : (inner.isWhole() && !ForwardWords.isAnswer(outer.subject));
        return Optional.of(inner.under(outer))
                .filter(found -> forward && isNote(text, outer.start, outer.start + note, found, 0));
    }

    private Forward under(Forward outer) {
        return subject.isEmpty() ? new Forward(from, outer.subject, date, start) : this;
    }

    /** Finds a header without a line above it, as Outlook writes it: sender, date and subject in neighbouring lines. */
    private static Optional<Forward> block(String text, String head, String subject) {
        Matcher field = FIELD.matcher(head);
        while (field.find()) {
            if (ForwardWords.field(field.group(1)).isPresent()) {
                int note = field.start();
                Forward found = header(text, note);
                if (found.isWhole()) {
                    return Optional.of(found).filter(block -> isForward(text, note, block, subject));
                }
                field.region(Math.min(head.length(), Math.max(found.start(), field.end())), head.length());
            }
        }
        return Optional.empty();
    }

    private boolean isWhole() {
        return !from.isEmpty() && !subject.isEmpty() && !date.isEmpty();
    }

    /** Finds a quotation below "On 4 March Ann wrote:". */
    private static Optional<Forward> wrote(String text, String head, String subject) {
        Matcher wrote = WROTE.matcher(head);
        if (!wrote.find()) {
            return Optional.empty();
        }
        String line = wrote.group(1).replace('\n', ' ').strip();
        Matcher sender = SENDER.matcher(line);
        Forward found = new Forward(sender.find() ? sender.group(1).strip() : "", "", line, wrote.end());
        return Optional.of(found)
                .filter(quoted ->
                        ForwardWords.isForward(subject) && isNote(text, 0, wrote.start(), quoted, BRIEF_NOTE));
    }

    /** Tests whether the text below a header is what the mail is about, not what it answers or quotes. */
    private static boolean isForward(String text, int note, Forward below, String subject) {
        return ForwardWords.isForward(subject)
                ? isNote(text, 0, note, below, BRIEF_NOTE)
                : !ForwardWords.isAnswer(subject) && isNote(text, 0, note, below, 0);
    }

    /** Tests whether the text above a forward is a note: of so few words, or short beside the text below. */
    private static boolean isNote(String text, int start, int end, Forward below, int brief) {
        int words = Words.count(text.substring(start, end));
        return words <= brief || (2 * words < Words.count(text.substring(below.start)) && words < SHORT_NOTE);
    }

    private static Forward header(String text, int from) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        int end = from;
        boolean list = false;
        Matcher field = FIELD.matcher(text).region(from, Math.min(text.length(), from + WINDOW));
        while (field.find()) {
            Optional<Field> kind = ForwardWords.field(field.group(1));
            String between = text.substring(end, field.start()).replace('>', ' ');
            // Long lists of recipients go on in the next lines.
            if (kind.isEmpty() || !(between.isBlank() || (list && between.contains("@") && between.length() < 1000))) {
                break;
            }
            values.putIfAbsent(kind.get(), field.group(2).strip());
            list = kind.get() == Field.OTHER;
            end = field.end();
        }
        return new Forward(
                values.getOrDefault(Field.FROM, ""),
                values.getOrDefault(Field.SUBJECT, ""),
                values.getOrDefault(Field.DATE, ""),
                end);
    }

    /** Returns the forwarded text without the marks of a quotation that its first line has. */
    String rest(String text) {
        String below = text.substring(start);
        String first = below.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long marks = MARKS.matcher(first)
                .replaceFirst("$1")
                .chars()
                .filter(c -> c == '>')
                .count();
        return marks == 0 ? below : below.replaceAll("(?m)^(?:> ?){1," + marks + "}+", "");
    }
}
