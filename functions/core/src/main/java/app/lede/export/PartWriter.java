package app.lede.export;

import app.lede.publish.Release;
import app.lede.publish.table.CsvWriter;
import app.lede.publish.table.JsonLinesWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes the articles of one part. Not thread safe. */
final class PartWriter {

    private static final List<String> COLUMNS =
            Stream.concat(CsvWriter.COLUMNS.stream(), Stream.of(Release.BODY)).toList();

    private final ExportFormat format;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final OutputStream out;
    private long articles;
    private long written;

    PartWriter(ExportFormat format) {
        this.format = format;
        try {
            this.out = switch (format) {
                case NDJSON_GZ -> new GZIPOutputStream(bytes);
                case CSV -> bytes;
            };
            if (format == ExportFormat.CSV) {
                write(CsvWriter.header(COLUMNS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    void add(ObjectNode article) {
        try {
            write(
                    switch (format) {
                        case NDJSON_GZ -> JsonLinesWriter.line(article);
                        case CSV -> CsvWriter.row(COLUMNS, article);
                    });
            articles++;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    private void write(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        written += utf8.length;
        out.write(utf8);
    }

    long articles() {
        return articles;
    }

    /** Returns the number of bytes before compression. */
    long written() {
        return written;
    }

    /** Returns the file; nothing can be added afterwards. */
    byte[] finished() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
