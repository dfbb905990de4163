package app.lede.story;

import app.lede.article.ArticleId;
import app.lede.enrich.Countries;
import app.lede.enrich.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the invented events of {@code events.txt}. */
final class EventSet {

    static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");

    private static final Countries COUNTRIES = new Countries();

    private EventSet() {}

    /** A report with the event that it tells, and its words. */
    record Told(String event, Report report, String headline, String text) {

        @Override
        public int hashCode() {
            return report.hashCode();
        }

        boolean isHeldOut() {
            return Integer.parseInt(event.replace("alone-", "")) % 2 == 0;
        }
    }

    static List<Told> read() throws IOException {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(EventSet.class.getResourceAsStream("events.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        List<Told> reports = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 3) {
            List<String> head = List.of(lines.get(i).split(" ", -1));
            String url = "https://" + head.get(3) + ".example/" + head.get(1) + "/" + i;
            Report report = report(url, head.get(2), Integer.parseInt(head.get(4)), lines.get(i + 1), lines.get(i + 2));
            reports.add(new Told(head.get(1), report, lines.get(i + 1), lines.get(i + 2)));
        }
        return reports;
    }

    /** Creates the report of a page. */
    static Report report(String url, String language, int hour, String headline, String text) {
        String host = url.substring("https://".length(), url.indexOf('/', "https://".length()));
        return Report.of(
                ArticleId.ofUrl(url),
                host,
                null,
                language,
                MONDAY.plus(Duration.ofHours(hour)),
                headline,
                text,
                Mention.countries(COUNTRIES.mentions(text, language)));
    }
}
