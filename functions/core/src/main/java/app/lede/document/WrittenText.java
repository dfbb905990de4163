package app.lede.document;

import app.lede.text.InvisibleText;
import app.lede.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells text written for people from source code, configuration, logs, tables, lists of links and coded data, by the share of
 * words among its tokens and by the form of its lines.
 *
 * <p>Bounds were chosen on 1,200 articles in 40 languages as plain text and on source, configuration and log files: articles
 * have fewer than one token in eight that is no word, code and tables one in three and more.
 */
final class WrittenText {

    /** Characters examined. */
    private static final int WINDOW = 64 * 1024;

    /** Share of tokens that are no words, above which a text is not written for people. */
    private static final double MAX_STRANGE = 0.3;

    /** Tokens below which that share says little. */
    private static final int MIN_TOKENS = 12;

    /** Length of a token that no word of a script with spaces has: coded data. */
    private static final int LONG_TOKEN = 300;

    /** Characters at the end of a text among which its last sentence ends. */
    private static final int END = 20;

    private static final int MIN_LINES = 4;

    /** Words without a single sentence end: a list of words, names or labels. */
    private static final int UNENDED_WORDS = 120;

    private static final Pattern FRONT =
            Pattern.compile("\\A(---|\\+\\+\\+)[ \\t]*\\n(?:[^\\n]*\\n){0,200}?(?:\\1|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");

    private static final Pattern TARGET = Pattern.compile("\\]\\([^()\\n]{0,2000}+\\)");

    /** A line that opens or closes a block of code in Markdown. */
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*+(`{3,}+|~{3,}+)([^`]*+)");

    /** A formula in TeX; a price has a space before the next sign, or a digit after it. */
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$[^$]{1,2000}+\\$\\$|\\$(?!\\s)[^$\\n]{1,500}+(?<!\\s)\\$(?!\\d)");

    /** A move of chess, which counts as a number. */
    private static final Pattern MOVE = Pattern.compile(
            "(?:\\d{1,3}\\.{1,3})?(?:\\p{Lu}?[a-h]?[1-8]?[x:-]?[a-h][1-8](?:=?\\p{Lu})?|[O0](?:-[O0]){1,2})[+#!?‡†]{0,4}");

    private static final Pattern EDGES =
            Pattern.compile("^[\\p{Ps}\\p{Pi}\\p{Pd}\"'*_#>¿¡•…]{1,8}|[\\p{Pe}\\p{Pf}\\p{Pd}\\p{Po}*_]{1,8}$");

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}]++(?:['’`´ʼ.·/&‑‐–—-]{1,2}[\\p{L}\\p{M}\\p{N}]++)*+[.'’]?");

    private static final Pattern NUMBER =
            Pattern.compile("[\\p{Sc}§№+-]?\\p{N}[\\p{N}.,:/'’%‰°\\p{Sc}\\p{Pd}]*+\\p{L}{0,3}");

    private static final Pattern CODE_LINE = Pattern.compile(
            "\\s*(?://.*|/\\*.*|\\*/.*|#\\s?(?:include|define|if|ifdef|endif|pragma)\\b.*|import [\\w.*{]+.*|from"
                + " [\\w.]+ import .*|(?:package|using|use|require|module|namespace|end)(?:"
                + " [\\w.:]+)?;?|(?:def|fn|func|function|class|public|private|static|const|let|var|return|if|for|while|elif|except|with|sub|my|local)"
                + " ?[\\w($@%].*[;{:)]|(?:return|raise|yield|assert|del)"
                + " \\S+.*|(?:try|else|finally|pass|do|then|fi|done|begin|esac|break|continue):?|@[\\w.]+(?:\\(.*\\))?|[\\w.$@%\\[\\]'\"]{1,80}"
                + " [+*|-]?:?= .+|[\\w.]{1,80}\\(.*\\)|\"{3}.*|.{0,300}[;{}]|[})\\];,]+|<[!/]?[\\w:-]+.*>)\\s*");

    /** Lines of prose begin at the margin, without the mark of a comment, and have words. */
    private static final Pattern PROSE_LINE = Pattern.compile("[\\p{L}\\p{N}\\p{Pi}\\p{Pd}\"'(¿¡*•].*");

    private static final int PROSE_WORDS = 8;

    private static final Pattern LINK = Pattern.compile("\\s*(?:[-*•] |\\d{1,4}[.)] )?<?https?://\\S+\\s*");

    private static final Pattern SETTING = Pattern.compile(
            "\\s*(?:- )?[\"']?[\\w.\\-/]{1,60}[\"']?\\s?[:=](?:\\s*\\S{1,200})?,?|\\[[\\w. -]{1,60}\\]|\\s*[#;].*|-"
                    + " [\\w.\\-/:]+");

    private static final Pattern LOG_LINE = Pattern.compile(
            "\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
                    + " |\\d{1,2}[./]\\d{1,2}[./]\\d{2,4},? \\d{1,2}:\\d\\d).{0,2000}|\\S{2,60} \\S+ \\S+"
                    + " \\[\\d.{0,2000}|\\s+at [\\w.$]+\\(.*");

    /** A line of a log or of a live report: the time, and the rest as group 1. */
    private static final Pattern TIMED =
            Pattern.compile("\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4},? )"
                    + "\\d{1,2}:\\d\\d(?::\\d\\d)?]?(?: (?:Uhr|[AaPp][Mm]|h))?[:\\h\\p{Pd}]{1,4}(.{1,4000})");

    /** A message with its sender or its level before it. */
    private static final Pattern LABELLED = Pattern.compile(
            "[^.!?:]{1,40}:\\s.*|[\\[<(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|SEVERE)\\b.*");

    private static final Pattern LABEL = Pattern.compile("^\\p{Lu}[\\p{L}\\p{M}]{1,30}: (?=\\p{Lu})");

    /** A line that begins as a sentence does and ends as one. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:[-*•]"
                + " )?[\\p{Pi}\"'(¿¡]{0,2}[\\p{Lu}\\p{Lo}\\p{N}].{0,20000}[.!?。！？।۔؟…։።៕॥][\\p{Pe}\\p{Pf}\"']{0,2}\\s{0,8}");

    private static final int TICKER_WORDS = 5;

    private WrittenText() {}

    /** Describes the reason that a text was not written for people; empty if it was. */
    static Optional<String> fault(String text, DocumentType type) {
        boolean markdown = type == DocumentType.MARKDOWN;
        String body = markdown ? FRONT.matcher(text).replaceFirst("") : text;
        String start = shown(body.substring(0, Math.min(body.length(), WINDOW)));
        String written = FORMULA.matcher(markdown ? withoutMarks(start) : start).replaceAll(" ");
        List<String> lines = written.lines().filter(line -> !line.isBlank()).toList();
        boolean endsLater = body.length() > WINDOW && ENDS.matcher(end(body)).find();
        return kind(lines)
                .or(() -> Tokens.of(written).fault(endsLater).filter(what -> !isMostlySentences(lines)))
                .map(what -> what
                        + ": it does not read like a text written for people; if it holds an article, upload"
                        + " that alone");
    }

    /** Removes characters that show nothing, which stand inside words: soft hyphens, zero-width characters, hidden data. */
    private static String shown(String text) {
        return INVISIBLE.matcher(InvisibleText.strip(text)).replaceAll("");
    }

    /** Returns the last characters of a text, where one sentence that goes over the whole of it ends. */
    private static String end(String body) {
        String end = shown(body.substring(body.length() - WINDOW)).stripTrailing();
        return end.substring(Math.max(0, end.length() - END));
    }

    private static String withoutMarks(String markdown) {
        return TARGET.matcher(unfenced(markdown)).replaceAll("] ");
    }

    /** Leaves out blocks of code between two lines of backticks or of tildes. */
    private static String unfenced(String markdown) {
        StringBuilder text = new StringBuilder(markdown.length());
        String open = "";
        for (String line : (Iterable<String>) markdown.lines()::iterator) {
            Matcher fence = FENCE.matcher(line);
            if (!open.isEmpty()) {
                boolean closes = fence.matches()
                        && fence.group(1).startsWith(open)
                        && fence.group(2).isBlank();
                open = closes ? "" : open;
            } else if (fence.matches()) {
                open = fence.group(1);
            } else {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static Optional<String> kind(List<String> lines) {
        if (lines.size() < MIN_LINES) {
            return Optional.empty();
        }
        if (share(lines, LOG_LINE) > 0.6 && !isTicker(lines)) {
            return Optional.of("a log");
        }
        if (isTable(lines)) {
            return Optional.of("a table (its rows are read as articles where its first line names a column text)");
        }
        if (share(lines, LINK) > 0.6) {
            return Optional.of("a list of links (upload the pages, or add the addresses as sources)");
        }
        if (share(lines, SETTING) > 0.6 && sentences(lines) < 0.25) {
            return Optional.of("configuration");
        }
        if (share(lines, CODE_LINE) > 0.25 && prose(lines) < 0.25) {
            return Optional.of("source code");
        }
        return Optional.empty();
    }

    private static double share(List<String> lines, Pattern form) {
        return (double) lines.stream()
                        .filter(line -> form.matcher(line).matches())
                        .count()
                / lines.size();
    }

    /** Returns the share of characters in lines of prose. */
    private static double prose(List<String> lines) {
        long prose = lines.stream()
                .filter(line -> PROSE_LINE.matcher(line).matches()
                        && !CODE_LINE.matcher(line).matches()
                        && Words.count(line) >= PROSE_WORDS)
                .mapToLong(String::length)
                .sum();
        return (double) prose / lines.stream().mapToLong(String::length).sum();
    }

    /** Tests whether most lines that begin with a time go on with a sentence, not with a level, a name or a field. */
    private static boolean isTicker(List<String> lines) {
        List<Matcher> timed =
                lines.stream().map(TIMED::matcher).filter(Matcher::matches).toList();
        long told = timed.stream()
                .map(line -> line.group(1))
                .filter(rest -> isSentence(rest, TICKER_WORDS)
                        && !LABELLED.matcher(rest).matches())
                .count();
        return 2 * told > timed.size() && 2L * timed.size() > lines.size();
    }

    /** Returns the share of characters in lines that are sentences, after a label at most. */
    private static double sentences(List<String> lines) {
        long sentences = lines.stream()
                .filter(line -> isSentence(LABEL.matcher(line).replaceFirst(""), PROSE_WORDS))
                .mapToLong(String::length)
                .sum();
        return (double) sentences / lines.stream().mapToLong(String::length).sum();
    }

    /** Tests whether sentences stand beside lines of another notation, such as moves, formulas or results. */
    private static boolean isMostlySentences(List<String> lines) {
        return sentences(lines) > 0.35;
    }

    private static boolean isSentence(String line, int words) {
        return SENTENCE.matcher(line).matches()
                && !CODE_LINE.matcher(line).matches()
                && Words.count(line) >= words
                && Tokens.of(line).fault().isEmpty();
    }

    /** Tests for lines with the same number of columns, three or more, separated by tabs, bars, semicolons or commas. */
    private static boolean isTable(List<String> lines) {
        return "\t|;,".chars().anyMatch(separator -> {
            long columns = count(lines.getFirst(), separator);
            boolean loose = separator == ',' || separator == ';';
            long same = lines.stream()
                    .filter(line -> count(line, separator) == columns)
                    .count();
            return columns >= 2
                    && same * 10 >= lines.size() * 9L
                    && (!loose || lines.getFirst().indexOf(' ') < 0);
        });
    }

    private static long count(String line, int separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** Numbers of tokens. */
    private record Tokens(int words, int numbers, int strange, int longest, boolean ends, boolean unspaced) {

        static Tokens of(String text) {
            int words = 0;
            int numbers = 0;
            int strange = 0;
            int longest = 0;
            boolean unspaced =
                    text.chars().filter(c -> Words.isUnspaced((char) c)).count() * 5 > text.length();
            for (String token : (Iterable<String>) SPACES.splitAsStream(text)::iterator) {
                String bare = EDGES.matcher(token).replaceAll("");
                boolean word = bare.length() <= LONG_TOKEN && WORD.matcher(bare).matches();
                boolean number = !word
                        && (NUMBER.matcher(bare).matches() || MOVE.matcher(bare).matches());
                words += word ? 1 : 0;
                numbers += number ? 1 : 0;
                strange += word || number || bare.isEmpty() ? 0 : 1;
                longest = word ? longest : Math.max(longest, token.length());
            }
            return new Tokens(
                    words, numbers, strange, longest, ENDS.matcher(text).find(), unspaced);
        }

        Optional<String> fault() {
            return fault(false);
        }

        /**
         * Describes why these are no tokens of a text.
         *
         * @param endsLater whether a sentence ends behind them
         */
        Optional<String> fault(boolean endsLater) {
            if (unspaced) {
                return Optional.empty();
            }
            if (longest > LONG_TOKEN && strange > words) {
                return Optional.of("coded data");
            }
            int all = words + numbers + strange;
            if (all >= MIN_TOKENS && strange > MAX_STRANGE * (words + strange)) {
                return Optional.of(strange + " of " + all + " tokens are no words");
            }
            if (all >= MIN_TOKENS && numbers > words) {
                return Optional.of("a table of numbers");
            }
            return words >= UNENDED_WORDS && !ends && !endsLater
                    ? Optional.of("a list of words without a sentence")
                    : Optional.empty();
        }
    }

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** Format characters that no word needs, behind {@link InvisibleText}. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]");

    private static final Pattern ENDS = Pattern.compile("[\\p{L}\\p{M}\\p{N})\"'”’»][.!?。！？।۔؟…։።៕॥]");
}
