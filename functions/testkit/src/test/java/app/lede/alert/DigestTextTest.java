package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.Metadata;
import app.lede.enrich.Facts;
import app.lede.hash.Digest;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTextTest {

    private static final DigestText TEXT =
            new DigestText(new DigestSchedule(DigestSchedule.Every.DAY, "07:00", "Asia/Tokyo"));

    @Test
    void an_article_is_told_by_headline_source_date_summary_and_link() {
        Article article = article(
                Metadata.builder()
                        .headline("Bridge open again")
                        .publisher("The Courier")
                        .build(),
                "https://news.example.org/1",
                "It opened on Friday.");
        assertEquals("""
            Mali: 1 new article
            Arrived from 2026-01-01 21:00 to 2026-01-02 21:00 (Asia/Tokyo)
            Filter: country=ML

            Bridge open again
            The Courier, 2026-01-02
            It opened on Friday.
            https://news.example.org/1
            """, text("Mali", "country=ML", List.of(article)));
    }

    @Test
    void an_article_of_little_metadata_is_told_by_its_site_and_its_arrival() {
        Article article = article(Metadata.builder().build(), "https://news.example.org/1", "Words.");
        assertTrue(text("all", "", List.of(article))
                .endsWith(
                        "\n(without a headline)\nnews.example.org, 2026-01-02\nWords.\nhttps://news.example.org/1\n"));
    }

    @Test
    void line_breaks_of_publishers_and_names_forge_no_lines() {
        Article article = article(
                Metadata.builder().headline("One\r\n\nand 99 more\u2028x").build(),
                "https://news.example.org/1",
                "Words.");
        String text = text("a\nb", "", List.of(article));
        assertTrue(text.startsWith("a b: 1 new article\n"), text);
        assertTrue(text.contains("\nOne and 99 more x\n"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "ü", "\uD83C\uDF09", "橋"})
    void a_subject_is_cut_to_what_sns_takes_between_characters(String character) {
        String subject = DigestText.subject(search(character.repeat(200), ""), 123_456, false);
        assertTrue(subject.length() <= Digests.MOST_SUBJECT, subject);
        assertTrue(subject.endsWith("…: at least 123456 new articles"), subject);
        assertEquals(subject, new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Test
    void a_text_stays_within_the_bytes_of_a_message_and_counts_the_rest() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            articles.add(article(
                    Metadata.builder().headline("橋".repeat(500)).build(),
                    "https://news.example.org/" + i,
                    "水".repeat(500)));
        }
        String text = text("all", "", articles);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= Digests.MOST_BYTES && bytes > Digests.MOST_BYTES - 5_000, bytes + " bytes");
        assertTrue(text.matches("(?s).*\nand [0-9]+ more\n"), text.substring(text.length() - 100));
    }

    private static String text(String name, String filter, List<Article> articles) {
        List<Finder.Match> matches = articles.stream()
                .map(article -> new Finder.Match("key", article))
                .toList();
        return TEXT.of(
                search(name, filter),
                Instant.parse("2026-01-01T12:00:00Z"),
                Samples.NOON,
                new Matches.Latest(matches, matches.size(), true));
    }

    private static SavedSearch search(String name, String filter) {
        return new SavedSearch(
                new SearchId(Digest.base32("x")), name, filter, Samples.NOON, Digest.hex("x"), null, 0, false);
    }

    private static Article article(Metadata metadata, String url, String sentence) {
        Article sample = Samples.article(url, "words", Samples.NOON);
        return new Article(
                sample.id(),
                sample.revision(),
                sample.provenance(),
                sample.arrival(),
                sample.changed(),
                url,
                metadata,
                "en",
                List.of(),
                List.of(),
                Facts.NONE,
                new Summary(
                        List.of(new Sentence(sentence, 0, sentence.codePointCount(0, sentence.length()))), "test-1"),
                List.of());
    }
}
