package app.lede.export;

import java.util.Arrays;
import java.util.Optional;

/** Formats of exported files. */
public enum ExportFormat {
    /** JSON Lines, compressed: the public record of each article and its text as {@code articleBody}. */
    NDJSON_GZ("ndjson.gz", "application/gzip"),
    /** CSV (RFC 4180) with a header row in each file, and the text in the last column. */
    CSV("csv", "text/csv; charset=utf-8");

    private final String label;
    private final String contentType;

    ExportFormat(String label, String contentType) {
        this.label = label;
        this.contentType = contentType;
    }

    /** Returns its name in the API, which is also the ending of its files. */
    public String label() {
        return label;
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<ExportFormat> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst();
    }
}
