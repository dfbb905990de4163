package app.lede.alert;

import app.lede.article.Article;
import app.lede.article.PublishedDate;
import app.lede.fetch.WebUrl;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.summary.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes digests as plain text: per article its headline, source and date, summary and link, latest arrival first. */
final class DigestText {

    /** Articles of one digest; the others are counted. */
    static final int MOST_ARTICLES = 200;

    private static final int DATE = "2026-01-02".length();

    /** Room for the line about the articles left out. */
    private static final int LAST_LINES = 200;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ZoneId zone;

    DigestText(DigestSchedule schedule) {
        this.zone = ZoneId.of(schedule.zone());
    }

    /** Returns the subject: the name of the search, cut where it is long, and the number of articles. */
    static String subject(SavedSearch search, long count, boolean complete) {
        String counted = ": " + (complete ? "" : "at least ") + count + (count == 1 ? " new article" : " new articles");
        String name = line(search.name());
        int room = Digests.MOST_SUBJECT - counted.length();
        if (name.length() <= room) {
            return name + counted;
        }
        int end = room - 1;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + "…" + counted;
    }

    /**
     * Returns the text.
     *
     * @param from of the period, inclusive
     * @param until of the period, exclusive
     */
    String of(SavedSearch search, Instant from, Instant until, Matches.Latest latest) {
        StringBuilder text = new StringBuilder(subject(search, latest.count(), latest.complete()))
                .append("\nArrived from " + minute(from) + " to " + minute(until) + " (" + zone + ")\n");
        if (!search.filter().isEmpty()) {
            text.append("Filter: " + line(search.filter()) + "\n");
        }
        int bytes = bytes(text.toString());
        int written = 0;
        for (Finder.Match match : latest.matches()) {
            String entry = entry(match.article());
            bytes += bytes(entry);
            if (bytes > Digests.MOST_BYTES - LAST_LINES) {
                break;
            }
            text.append(entry);
            written++;
        }
        long more = latest.count() - written;
        if (more > 0) {
            text.append("\nand " + more + " more\n");
        }
        if (!latest.complete()) {
            text.append("\nOlder articles of the period were not looked at.\n");
        }
        return text.toString();
    }

    private String entry(Article article) {
        StringBuilder entry = new StringBuilder("\n");
        entry.append(Optional.ofNullable(article.metadata().headline())
                        .map(DigestText::line)
                        .orElse("(without a headline)"))
                .append('\n');
        entry.append(source(article).map(source -> source + ", ").orElse(""))
                .append(date(article))
                .append('\n');
        List<Sentence> sentences = article.summary().sentences();
        if (!sentences.isEmpty()) {
            entry.append(sentences.stream()
                            .map(Sentence::text)
                            .map(DigestText::line)
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        Optional.ofNullable(article.url()).ifPresent(url -> entry.append(url).append('\n'));
        return entry.toString();
    }

    private static Optional<String> source(Article article) {
        return Optional.ofNullable(article.metadata().publisher())
                .map(DigestText::line)
                .or(() -> Optional.ofNullable(article.url()).flatMap(WebUrl::of).map(WebUrl::host));
    }

    /** Returns the day as the document declares it, else that of the arrival. */
    private String date(Article article) {
        return Optional.ofNullable(article.metadata().datePublished())
                .map(PublishedDate::value)
                .filter(value -> value.length() >= DATE)
                .orElseGet(() -> minute(article.arrival()))
                .substring(0, DATE);
    }

    private String minute(Instant time) {
        return MINUTES.format(time.atZone(zone));
    }

    /** Returns a text as one line. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
