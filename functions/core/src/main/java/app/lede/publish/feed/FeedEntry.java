package app.lede.publish.feed;

import app.lede.json.OptionalFields;
import app.lede.publish.Listing;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a feed, the same for all formats. Texts are plain, not HTML.
 *
 * @param id absolute IRI, stable over all revisions
 * @param link the publisher's page, or the article in the API; null if neither is known
 * @param summary sentences of the summary; the description or the headline where there is none
 * @param published as stated, at most {@code arrival}; the arrival where no date is stated
 * @param updated arrival of the present revision
 * @param categories keywords and tags
 */
record FeedEntry(
        String id,
        String title,
        @Nullable String link,
        String summary,
        Instant published,
        Instant updated,
        List<String> authors,
        List<String> categories,
        @Nullable String language,
        @Nullable String image) {

    /** Time of a feed without entries, which must state one. */
    private static final Instant NEVER = Instant.EPOCH;

    static List<FeedEntry> of(Listing listing) {
        return listing.articles().stream()
                .map(article -> of(article, listing.home()))
                .toList();
    }

    /** Returns the time of the latest change. */
    static Instant updated(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::updated).max(Instant::compareTo).orElse(NEVER);
    }

    private static FeedEntry of(JsonNode article, String home) {
        String id = OptionalFields.text(article, "id");
        Instant arrival = Instant.parse(OptionalFields.text(article, "arrival"));
        String headline = OptionalFields.find(article, "headline");
        String url = web(OptionalFields.find(article, "url"));
        Set<String> categories = new LinkedHashSet<>(texts(article, "keywords"));
        categories.addAll(texts(article, "tags"));
        return new FeedEntry(
                (article.has("type") ? "urn:lede:alert:" : "urn:lede:article:") + id,
                headline == null ? "Untitled" : headline,
                url != null ? url : home.isEmpty() ? null : home + "/v1/articles/" + id,
                summary(article, headline),
                published(article).filter(date -> date.isBefore(arrival)).orElse(arrival),
                Instant.parse(OptionalFields.text(article, "changed")),
                texts(article, "author"),
                List.copyOf(categories),
                OptionalFields.find(article, "inLanguage"),
                web(OptionalFields.find(article, "image")));
    }

    private static String summary(JsonNode article, @Nullable String headline) {
        List<String> sentences = new ArrayList<>();
        article.path("summary")
                .path("sentences")
                .forEach(one -> sentences.add(one.path("text").asText()));
        String description = OptionalFields.find(article, "description");
        String otherwise = description != null ? description : headline != null ? headline : "Untitled";
        return sentences.isEmpty() ? otherwise : sentences.stream().collect(Collectors.joining(" "));
    }

    /** Reads the date, a bare one as its start in UTC. */
    private static Optional<Instant> published(JsonNode article) {
        String date = OptionalFields.find(article, "datePublished");
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    date.length() == 10
                            ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // The entry is dated by its arrival.
        }
    }

    private static List<String> texts(JsonNode article, String name) {
        return OptionalFields.list(article, name, JsonNode::asText);
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }
}
