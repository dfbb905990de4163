package app.lede.collection.press;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the fields of an article that stand on lines without blank ones between them, before its text and behind it. */
final class FieldLines {

    /** Paragraphs that a head can have. */
    private static final int HEAD = 15;

    private FieldLines() {}

    private static final Pattern LABELLED = Pattern.compile("\\p{L}[\\p{L} /-]{1,40}: .*");

    /** Returns the paragraphs with the lines of each field apart; a text in the same paragraph stays whole. */
    static List<Paragraph> split(List<Paragraph> paragraphs) {
        List<Paragraph> split = new ArrayList<>();
        boolean inHead = true;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            List<String> lines = paragraph.text().lines().toList();
            int fields = inHead && i < HEAD && lines.size() > 1 ? fields(lines) : 0;
            inHead &= lines.stream().limit(Math.max(1, fields)).noneMatch(Labels::isBody);
            int tail = Math.max(fields, tail(lines));
            lines.subList(0, fields).forEach(line -> split.add(new Paragraph(line, paragraph.heading())));
            if (tail > fields) {
                split.add(new Paragraph(String.join("\n", lines.subList(fields, tail)), paragraph.heading()));
            }
            lines.subList(tail, lines.size()).forEach(line -> split.add(new Paragraph(line, false)));
        }
        return split;
    }

    /** Returns the place of the first of the labelled fields that end a paragraph. */
    private static int tail(List<String> lines) {
        int tail = lines.size();
        while (tail > 0
                && Labels.of(lines.get(tail - 1))
                        .filter(field -> field.is("tail"))
                        .isPresent()) {
            tail--;
        }
        return tail;
    }

    /** Returns the number of lines up to the one that says that the text begins, or else the last date or labelled field. */
    private static int fields(List<String> lines) {
        int fields = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Labels.isBody(line)) {
                return i + 1;
            }
            boolean isField = Labels.of(line)
                            .filter(field -> field.is("author") || field.is("head"))
                            .isPresent()
                    || (PressDate.of(line).isPresent()
                            && !LABELLED.matcher(line).matches());
            fields = isField ? i + 1 : fields;
        }
        return fields;
    }
}
