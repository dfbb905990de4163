package app.lede.publish.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV (RFC 4180): UTF-8, a header row, lines ended by CRLF, every field quoted. Lists are joined by {@code "; "}.
 *
 * <p>Spreadsheets compute fields that begin like a formula. A text that begins so, also behind white space, gets an
 * apostrophe in front, as OWASP recommends ("CSV Injection"). Control characters other than line breaks and tabs are left
 * out. Thread safe.
 */
public final class CsvWriter {

    /** Columns of every table, named as the fields of the record. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "revision",
            "arrival",
            "changed",
            "url",
            "headline",
            "description",
            "author",
            "publisher",
            "datePublished",
            "datePrecision",
            "dateModified",
            "articleSection",
            "keywords",
            "inLanguage",
            "countries",
            "tags",
            "sourceId",
            "access",
            "textFrom",
            "wordCount",
            "summary",
            "usageInfo");

    private static final Pattern FORMULA =
            Pattern.compile("\\A[\\s\\p{Z}]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|\\A[\\t\\r\\n]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private CsvWriter() {}

    /** Writes the header row and one row for each record. */
    public static String write(List<ObjectNode> articles) {
        StringBuilder rows = new StringBuilder(header(COLUMNS));
        articles.forEach(article -> rows.append(row(COLUMNS, article)));
        return rows.toString();
    }

    /** Writes the header row. */
    public static String header(List<String> columns) {
        return joined(columns);
    }

    /** Writes one record; a field that it lacks is empty. */
    public static String row(List<String> columns, ObjectNode article) {
        return joined(columns.stream().map(name -> value(article.path(name))).toList());
    }

    private static String joined(List<String> fields) {
        StringBuilder row = new StringBuilder();
        for (String field : fields) {
            row.append(row.isEmpty() ? "\"" : ",\"")
                    .append(safe(field).replace("\"", "\"\""))
                    .append('"');
        }
        return row.append("\r\n").toString();
    }

    private static String value(JsonNode field) {
        if (field.has("sentences")) {
            return list(field.path("sentences"), " ", "/text");
        }
        return field.isArray() ? list(field, "; ", "") : field.isNull() ? "" : field.asText();
    }

    private static String list(JsonNode array, String separator, String pointer) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.at(pointer).asText()));
        return String.join(separator, texts);
    }

    private static String safe(String field) {
        String printable = CONTROL.matcher(field).replaceAll("");
        return FORMULA.matcher(printable).find() ? "'" + printable : printable;
    }
}
