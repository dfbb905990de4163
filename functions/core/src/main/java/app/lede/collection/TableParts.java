package app.lede.collection;

import app.lede.document.ArticleFields;
import app.lede.document.ArticleFields.Field;
import app.lede.document.Charsets;
import app.lede.document.LinkList;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.json.Json;
import app.lede.text.LowerCase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a table with a column of texts: values separated by comma, semicolon, tab or bar (RFC 4180), with a header
 * that names them. Each row becomes a JSON object under these names. Not thread safe.
 */
final class TableParts implements Parts {

    private static final String SEPARATORS = ",;\t|";

    private static final Pattern NAME = Pattern.compile(".*\\.(?:csv|tsv|tab)");

    /** Eight words, or a sentence in a script without spaces. */
    private static final Pattern WORDS = Pattern.compile("(?<!\\S)(?:\\S++\\s++){7}+\\S|[^\\x00-\\u0FFF]{16}");

    private static final String NO_TEXTS = "a table without a column of texts is not read: name that column text in its"
            + " first line, and others headline, url, author or date";

    private static final int MAX_COLUMNS = 500;

    /** Longest header in characters. */
    private static final int MAX_HEADER = 20_000;

    private final CharTable table;
    private final List<String> header;
    private int number;
    private int fullRows;

    private TableParts(CharTable table, List<String> header) {
        this.table = table;
        this.header = header;
    }

    /** Opens a table if its first line is a header with a name for texts; without the extension of a table also for another field. */
    static Optional<Parts> open(String head, InputStream in, String file) throws IOException {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        int line = Math.max(head.indexOf('\n'), 0);
        if (line == 0 || SEPARATORS.chars().noneMatch(c -> head.lastIndexOf(c, line) >= 0)) {
            // UTF-16 has the same bytes in between; a text has no separator in its first line.
            return Optional.empty();
        }
        Charset charset = Charsets.detect(first, null);
        String start = Charsets.decode(first, null).text();
        char separator = separator(start);
        Optional<List<String>> names = header(start, separator);
        boolean isCut = first.length >= StreamedCollection.HEAD;
        boolean named = NAME.matcher(LowerCase.of(file)).matches();
        if (named && names.isEmpty() && isBare(start, separator)) {
            throw new ReadingRefused(Problem.UNKNOWN_TYPE, hasAddresses(start, separator) ? LinkList.DETAIL : NO_TEXTS);
        }
        if (names.isEmpty()
                || (!named && (knownNames(names.get()) < 2 || !hasArticle(start, separator, names.get(), isCut)))) {
            return Optional.empty();
        }
        CharTable table = new CharTable(new InputStreamReader(in, charset), separator, MAX_PART);
        // Excel's line that tells the separator.
        List<String> header = firstRow(table);
        return Optional.of(new TableParts(table, header));
    }

    /** Tests for rows of as many values as the header; a few values with texts among them may be prose with commas. */
    private static boolean isBare(String start, char separator) throws IOException {
        String lines = start.substring(0, start.lastIndexOf('\n') + 1);
        CharTable rows = new CharTable(new StringReader(lines), separator, MAX_PART);
        int columns = firstRow(rows).size();
        int count = 0;
        boolean words = false;
        for (List<String> row = rows.next(); row != null && !rows.isCut(); row = rows.next()) {
            boolean blank = row.size() == 1 && row.getFirst().isBlank();
            if (!blank && row.size() != columns) {
                return false;
            }
            words |= row.stream().anyMatch(value -> WORDS.matcher(value).find());
            count += blank ? 0 : 1;
        }
        boolean isTable = !words || columns > 3 || (columns > 2 && count > 1) || hasAddresses(start, separator);
        return columns > 1 && count > 0 && isTable;
    }

    private static boolean hasAddresses(String start, char separator) throws IOException {
        return firstRow(new CharTable(new StringReader(start), separator, MAX_HEADER)).stream()
                .anyMatch(name -> ArticleFields.isNameOf(Field.URL, name)
                        && !LowerCase.of(name).equals("id"));
    }

    /** Tests for an article among the first rows. */
    private static boolean hasArticle(String start, char separator, List<String> names, boolean isCut)
            throws IOException {
        CharTable rows = new CharTable(new StringReader(start), separator, MAX_PART);
        firstRow(rows);
        TableParts parts = new TableParts(rows, names);
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get() instanceof Part.Document || rows.isOver() || (isCut && rows.isAtEnd())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> firstRow(CharTable table) throws IOException {
        @Nullable List<String> row = table.next();
        while (row != null && row.getFirst().replace("\uFEFF", "").startsWith("sep=")) {
            row = table.next();
        }
        return row == null
                ? List.of()
                : row.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    private static long knownNames(List<String> names) {
        return names.stream()
                .filter(name -> Stream.of(Field.values()).anyMatch(field -> ArticleFields.isNameOf(field, name)))
                .count();
    }

    private static Optional<List<String>> header(String start, char separator) throws IOException {
        String lines = start.substring(0, Math.min(MAX_HEADER, start.length()));
        List<String> names = firstRow(new CharTable(new StringReader(lines), separator, MAX_HEADER));
        boolean hasText = names.stream()
                .anyMatch(name -> ArticleFields.isNameOf(Field.TEXT, name) || ArticleFields.isNameOf(Field.HTML, name));
        boolean isHeader = names.size() > 1
                && names.size() <= MAX_COLUMNS
                && names.stream().allMatch(name -> name.length() <= 60);
        return hasText && isHeader ? Optional.of(names) : Optional.empty();
    }

    /** Returns the separator that is told, or the most frequent one of the first line. */
    private static char separator(String start) {
        String line = start.lines().findFirst().orElse("").replace("\uFEFF", "");
        if (line.startsWith("sep=") && line.length() > 4) {
            return line.charAt(4);
        }
        return (char) SEPARATORS
                .chars()
                .reduce((a, b) -> count(line, a) >= count(line, b) ? a : b)
                .orElse(',');
    }

    private static long count(String line, int c) {
        return line.chars().filter(other -> other == c).count();
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (true) {
            List<String> row = table.next();
            if (row == null) {
                return Optional.empty();
            }
            if (row.size() == 1 && row.getFirst().isBlank() && !table.isOver()) {
                continue;
            }
            return Optional.of(part("row " + ++number, row));
        }
    }

    private Part part(String name, List<String> row) {
        if (table.isOver()) {
            return new Part.Broken(name, Problem.TOO_LARGE, "longer than " + MAX_PART + " characters");
        }
        if (table.isCut()) {
            return new Part.Broken(
                    name, Problem.ENCODING, "a quoted value has no end: the file was cut, or lacks a quote");
        }
        boolean whole = row.size() >= header.size();
        if (!whole && fullRows > 0 && fullRows == number - 1 && table.isAtEnd()) {
            return new Part.Broken(name, Problem.ENCODING, "the file was cut in this row");
        }
        fullRows += whole ? 1 : 0;
        return article(name, row);
    }

    /** Tests for a headline, or for more words than a remark has. */
    private static boolean isArticle(ObjectNode row) {
        return row.properties().stream()
                .anyMatch(field -> (ArticleFields.isNameOf(Field.HEADLINE, field.getKey())
                                && !LowerCase.of(field.getKey()).equals("name"))
                        || ((ArticleFields.isNameOf(Field.TEXT, field.getKey())
                                        || ArticleFields.isNameOf(Field.HTML, field.getKey()))
                                && WORDS.matcher(field.getValue().asText()).find()));
    }

    private Part article(String name, List<String> row) {
        ObjectNode article = Json.object();
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < Math.min(row.size(), header.size()); i++) {
            String value = row.get(i);
            if (!value.isBlank()) {
                article.put(header.get(i), value);
                filled.add(header.get(i));
            }
        }
        boolean hasText = filled.stream()
                .anyMatch(field ->
                        ArticleFields.isNameOf(Field.TEXT, field) || ArticleFields.isNameOf(Field.HTML, field));
        return hasText && isArticle(article)
                ? new Part.Document(name, Json.bytes(article), "application/json")
                : new Part.Broken(name, Problem.EMPTY, "no text in this row");
    }
}
