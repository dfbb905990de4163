package app.lede.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Writes collections of made-up articles: a mailbox, a web archive, plain and compressed, and JSON Lines. */
final class MadeUpCollections {

    private static final String[] WORDS = {
        "the",
        "harbour",
        "council",
        "opened",
        "a",
        "second",
        "quay",
        "ferry",
        "that",
        "sails",
        "daily",
        "after",
        "years",
        "of",
        "complaints",
        "from",
        "residents",
        "and",
        "Mayor",
        "Ada",
        "Moreno",
        "said",
        "Brücke",
        "would",
        "follow",
        "in",
        "spring"
    };

    private final Random random = new Random(7);

    private MadeUpCollections() {}

    /** Writes the collections that are not there yet, each of about so many bytes before compression. */
    static List<Path> in(Path folder, long size) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (String name : List.of("mails.mbox", "pages.warc", "pages.warc.gz", "articles.jsonl")) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                new MadeUpCollections().write(file, size);
            }
            files.add(file);
        }
        return files;
    }

    private void write(Path file, long size) throws IOException {
        String name = String.valueOf(file.getFileName());
        IntFunction<String> part =
                name.startsWith("mails") ? this::mail : name.startsWith("pages") ? this::record : this::line;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long written = 0;
            for (int i = 1; written < size; i++) {
                byte[] bytes = part.apply(i).getBytes(StandardCharsets.UTF_8);
                written += bytes.length;
                if (name.endsWith(".gz")) {
                    GZIPOutputStream member = new GZIPOutputStream(out);
                    member.write(bytes);
                    member.finish();
                } else {
                    out.write(bytes);
                }
            }
        }
    }

    private String paragraph() {
        StringBuilder text = new StringBuilder("Then");
        for (int i = 40 + random.nextInt(60); i > 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }

    private String mail(int number) {
        StringBuilder mail =
                new StringBuilder("From a@b Fri Nov 20 18:01:00 2026\nFrom: Ada <ada@paper.example>\nSubject: Story ");
        mail.append(number)
                .append("\nDate: Fri, 20 Nov 2026 18:01:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n");
        for (int i = 0; i < 12; i++) {
            mail.append(paragraph()).append("\n\n");
        }
        return mail.toString();
    }

    private String record(int number) {
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html><html><head><title>Story</title></head><body><article><h1>Story</h1>");
        for (int i = 0; i < 40; i++) {
            page.append("<div class=\"row\"><p>").append(paragraph()).append("</p></div>\n");
        }
        String http =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page + "</article></body></html>";
        return String.format(Locale.ROOT, """
            WARC/1.0\r
            WARC-Type: response\r
            WARC-Target-URI: https://paper.example/%d\r
            WARC-Date: 2026-11-20T18:00:00Z\r
            Content-Type: application/http; msgtype=response\r
            Content-Length: %d\r
            \r
            %s\r
            \r
            """, number, http.getBytes(StandardCharsets.UTF_8).length, http);
    }

    private String line(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(paragraph()).append("\\n\\n");
        }
        return "{\"url\": \"https://paper.example/" + number
                + "\", \"title\": \"Story\", \"date\": \"2026-11-20\", \"text\": \"" + text + "\"}\n";
    }
}
