package app.lede.collection.press;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Separates an article of an export from the database's words around it: cover sheet, copyright lines, the day it was loaded. The
 * fields that remain become a JSON object.
 */
final class PressArticle {

    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?iu)(?s)(?:copyright\\b|\\(c\\)|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos"
                    + " los derechos).{0,300}");

    private static final Pattern COUNT =
            Pattern.compile("(?i)[\\d.,]{1,9} (?:words|wörter|mots|palabras|parole|woorden|palavras|ord)");

    private static final Pattern CODE = Pattern.compile(
            "[A-Z][A-Z0-9]{1,9}|\\d{1,2}:\\d\\d.{0,10}|[A-Z]?\\d{1,4}|English|French|German|Spanish|Italian|Portuguese|Dutch|\\p{Lu}\\p{Ll}{3,11}");

    private static final Pattern BY = Pattern.compile("(?iu)(?:by|von|par|por|di|door)\\s+(?=\\p{Lu}).{2,100}");

    private final List<Paragraph> paragraphs;
    private final ObjectNode article = Json.object();

    private PressArticle(List<Paragraph> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** Returns the article's fields; empty if the paragraphs have no text. */
    static Optional<ObjectNode> of(PressFormat format, List<Paragraph> paragraphs) {
        PressArticle read = new PressArticle(
                switch (format) {
                    case FACTIVA -> fieldLines(paragraphs);
                    case NEXIS, LEXIS -> withoutCopyright(FieldLines.split(paragraphs));
                    case PROQUEST -> withoutCopyright(paragraphs);
                });
        switch (format) {
            case NEXIS, LEXIS -> read.nexis();
            case FACTIVA -> read.factiva(read.article);
            case PROQUEST -> read.labelled();
        }
        return read.article.path("text").asText("").isBlank() ? Optional.empty() : Optional.of(read.article);
    }

    private static List<Paragraph> withoutCopyright(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .filter(paragraph -> !COPYRIGHT.matcher(paragraph.text()).matches())
                .toList();
    }

    /** Reads labelled fields between the head, which has none, and the text. */
    private void nexis() {
        int body = bodyStart();
        List<Paragraph> head = new ArrayList<>();
        for (Paragraph paragraph : paragraphs.subList(0, body)) {
            Optional<Labels.Labelled> field = Labels.of(paragraph.line());
            if (field.isEmpty() && !Labels.isBody(paragraph.line())) {
                head.add(paragraph);
            } else if (field.filter(labelled -> labelled.is("author")).isPresent()) {
                article.put("author", field.get().value());
            }
        }
        head(head);
        text(paragraphs.subList(body, paragraphs.size()), "");
    }

    /** Returns the place behind the last labelled field of the head, or behind the line that says that the text begins. */
    private int bodyStart() {
        int start = 0;
        boolean dated = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            String line = paragraphs.get(i).line();
            if (dated && Labels.isBody(line)) {
                return i + 1;
            }
            boolean isDate = PressDate.of(line).isPresent();
            boolean isField = dated
                    && i <= start + 3
                    && Labels.of(line)
                            .filter(field -> field.is("author") || field.is("head"))
                            .isPresent();
            if ((isDate && !dated) || isField) {
                dated |= isDate;
                start = i + 1;
            }
        }
        return start;
    }

    /** Finds headline and publication around the date, which follows both, or stands between them. */
    private void head(List<Paragraph> head) {
        int date = -1;
        for (int i = 0; i < head.size() && date < 0; i++) {
            Optional<LocalDate> day = PressDate.of(head.get(i).line());
            if (day.isPresent()) {
                article.put("date", day.get().toString());
                date = i;
            }
        }
        Optional<Paragraph> heading = head.stream().filter(Paragraph::heading).findFirst();
        boolean behind = date >= 0 && date + 1 < head.size() && heading.isEmpty();
        if (heading.isPresent()) {
            article.put("title", heading.get().line());
        } else if (behind) {
            article.put("title", head.get(date + 1).line());
        } else if (date >= 2) {
            article.put("title", head.get(date - 2).line());
        }
        if (date >= 1 && !head.get(date - 1).heading()) {
            article.put("publication", head.get(date - 1).line());
        }
    }

    /** Joins the paragraphs of the text up to the fields behind it. */
    private void text(List<Paragraph> body, String before) {
        StringBuilder text = new StringBuilder(before);
        for (int i = 0; i < body.size(); i++) {
            Paragraph paragraph = body.get(i);
            if (text.length() > 0 && isTail(body.subList(i, body.size()))) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(paragraph.text());
        }
        article.put("text", text.toString());
    }

    /** Tests for fields behind a text: most of the rest has labels. A paragraph of the text may begin with one. */
    private static boolean isTail(List<Paragraph> rest) {
        boolean begins = Labels.of(rest.getFirst().line())
                .filter(labelled -> labelled.is("tail"))
                .isPresent();
        long labelled = rest.stream()
                .filter(paragraph -> Labels.of(paragraph.line()).isPresent())
                .count();
        return begins && labelled * 2 >= rest.size();
    }

    /** Reads Factiva's order: headline, byline, count of words, date, source, its code, language, copyright, text. */
    private void factiva(ObjectNode into) {
        boolean coded =
                paragraphs.stream().anyMatch(paragraph -> paragraph.text().matches("(?s)HD\\s.*"));
        if (coded) {
            FieldCodes.read(paragraphs, into);
            return;
        }
        int count = 0;
        while (count < paragraphs.size()
                && !COUNT.matcher(paragraphs.get(count).line()).matches()) {
            count++;
        }
        if (count == paragraphs.size() || count == 0) {
            return;
        }
        boolean byline =
                count >= 2 && BY.matcher(paragraphs.get(count - 1).line()).matches();
        into.put(
                "title",
                paragraphs.get(byline ? count - 2 : Math.max(0, count - 1)).line());
        if (byline) {
            into.put("byline", paragraphs.get(count - 1).line());
        }
        int at = fieldsOfFactiva(count + 1, into);
        PressArticle rest = new PressArticle(paragraphs);
        rest.text(paragraphs.subList(at, paragraphs.size()), "");
        into.setAll(rest.article);
    }

    /** Splits fields without blank lines between them, up to the copyright lines; the text behind stays whole. */
    private static List<Paragraph> fieldLines(List<Paragraph> paragraphs) {
        List<Paragraph> split = new ArrayList<>();
        boolean found = false;
        for (Paragraph paragraph : paragraphs) {
            List<String> lines = paragraph.text().lines().toList();
            boolean hasFields = !found
                    && lines.stream().anyMatch(line -> COUNT.matcher(line).matches());
            found |= hasFields;
            int fields = hasFields ? endOfFields(lines) : 0;
            lines.subList(0, fields).forEach(line -> split.add(new Paragraph(line, paragraph.heading())));
            String rest = String.join("\n", lines.subList(fields, lines.size()));
            if (!rest.isEmpty()) {
                split.add(new Paragraph(rest, paragraph.heading()));
            }
        }
        return split;
    }

    /** Returns the number of lines up to the last copyright line that follows another or a field; all without one. */
    private static int endOfFields(List<String> lines) {
        int end = 0;
        while (end < lines.size() && !COPYRIGHT.matcher(lines.get(end)).matches()) {
            end++;
        }
        while (end < lines.size() && COPYRIGHT.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }

    /** Reads date and source, up to the copyright lines; returns the place where the text begins. */
    private int fieldsOfFactiva(int from, ObjectNode into) {
        boolean named = false;
        for (int at = from; at < paragraphs.size(); at++) {
            String line = paragraphs.get(at).line();
            Optional<LocalDate> day = PressDate.of(line);
            if (COPYRIGHT.matcher(line).matches()) {
                boolean another = at + 1 < paragraphs.size()
                        && COPYRIGHT.matcher(paragraphs.get(at + 1).line()).matches();
                if (another) {
                    continue;
                }
                return at + 1;
            }
            if (day.isPresent()) {
                into.put("date", day.get().toString());
            } else if (!CODE.matcher(line).matches()) {
                if (named) {
                    return at;
                }
                into.put("publication", line);
                named = true;
            }
        }
        return paragraphs.size();
    }

    /** Reads an article whose fields are all labelled. */
    private void labelled() {
        for (int i = 0; i < paragraphs.size(); i++) {
            Optional<Labels.Labelled> field = Labels.of(paragraphs.get(i).text());
            if (field.isEmpty()) {
                continue;
            }
            String value = field.get().value().replaceAll("\\s*\\n\\s*", " ");
            if (field.get().is("text")) {
                text(paragraphs.subList(i + 1, paragraphs.size()), field.get().value());
            } else if (field.get().is("title")) {
                putIfAbsent("title", value);
            } else if (field.get().is("author")) {
                putIfAbsent("author", value);
            } else if (field.get().is("publication")) {
                putIfAbsent("publication", value);
            } else if (field.get().is("date")) {
                PressDate.of(value).ifPresent(day -> putIfAbsent("date", day.toString()));
            }
        }
    }

    private void putIfAbsent(String name, String value) {
        if (!article.has(name) && !value.isBlank()) {
            article.put(name, value);
        }
    }
}
