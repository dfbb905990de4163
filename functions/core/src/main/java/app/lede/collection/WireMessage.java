package app.lede.collection;

import app.lede.document.CleanText;
import app.lede.json.Json;
import app.lede.text.LowerCase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a news agency's message in IPTC 7901: keyword line, headline, paragraphs, and the time behind them. */
final class WireMessage {

    private static final char END_OF_TEXT = '\u0003';
    private static final int MAX_HEADLINE = 200;

    private static final Pattern KEYWORDS = Pattern.compile("[^\\p{Ll}]{0,60}/[^\\p{Ll}]{0,60}|[^\\p{Ll}\\s]{2,40}");

    /** Day and time, zone, month and year: {@code 201802 NOV 26}. */
    private static final Pattern TIME = Pattern.compile(
            "(\\d\\d)(\\d\\d)(\\d\\d)\\s*(Z|GMT|UTC)?\\s+(\\p{L}{3})\\p{L}*\\.?\\s+(\\d{4}|\\d\\d)(?!\\d)");

    /** Beginnings of the months' names in the languages of the agencies, by month. */
    private static final List<String> MONTHS = List.of(
            "jan ene gen",
            "feb fév fev",
            "mar mär mrz maa",
            "apr abr avr",
            "may mai mag mei",
            "jun giu",
            "jul lug",
            "aug ago aoû aou",
            "sep set",
            "oct okt ott out",
            "nov",
            "dec dez dic déc");

    private WireMessage() {}

    /** Returns the fields of a message by the text behind its heading. */
    static ObjectNode article(String text) {
        int end = text.indexOf(END_OF_TEXT);
        List<String> lines = new ArrayList<>(
                CleanText.of(end < 0 ? text : text.substring(0, end)).lines().toList());
        ObjectNode article = Json.object();
        dropBlank(lines);
        if (!lines.isEmpty() && KEYWORDS.matcher(lines.getFirst().strip()).matches()) {
            article.put("keywords", lines.removeFirst().strip());
            dropBlank(lines);
        }
        if (isHeadline(lines)) {
            article.put("headline", lines.removeFirst().strip());
        }
        article.put("articleBody", paragraphs(lines));
        time(end < 0 ? "" : text.substring(end)).ifPresent(time -> article.put("datePublished", time));
        return article;
    }

    private static void dropBlank(List<String> lines) {
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
    }

    /** Tests for a line of its own, which is no sentence of the text. */
    private static boolean isHeadline(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        String second = lines.get(1);
        String first = lines.getFirst().strip();
        return first.length() <= MAX_HEADLINE
                && !first.endsWith(".")
                && (second.isBlank() || second.startsWith("  ") || second.startsWith("\t"));
    }

    /** Joins the lines of paragraphs, which are apart by a blank line or begin with spaces. */
    private static String paragraphs(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean begins = true;
        for (String line : lines) {
            boolean indented = line.startsWith("  ") || line.startsWith("\t");
            if (!line.isBlank()) {
                text.append(text.isEmpty() ? "" : begins || indented ? "\n\n" : " ")
                        .append(line.strip());
            }
            begins = line.isBlank();
        }
        return text.toString();
    }

    private static Optional<String> time(String trailer) {
        Matcher time = TIME.matcher(trailer);
        if (!time.find()) {
            return Optional.empty();
        }
        String name = LowerCase.of(time.group(5));
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).contains(name)) {
                String year = time.group(6).length() == 2 ? "20" + time.group(6) : time.group(6);
                String zone = time.group(4) == null ? "" : "Z";
                return Optional.of("%s-%02d-%sT%s:%s:00%s"
                        .formatted(year, month, time.group(1), time.group(2), time.group(3), zone));
            }
        }
        return Optional.empty();
    }
}
