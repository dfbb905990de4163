package app.lede.article;

import static java.util.Objects.requireNonNull;

import app.lede.document.DocumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A revision of an article and the documents that had it, as the keys of its texts tell.
 *
 * @param first the first of these documents
 * @param lastSeen when the last of them arrived
 * @param documents their number, at least 1
 * @param textKey {@link ParsedArticle#key() key} of the text that the first of them had
 */
public record SightedRevision(Revision revision, DocumentId first, Instant lastSeen, int documents, String textKey) {

    private static final Pattern KEY = Pattern.compile("articles/[^/]+/([a-z2-7]{52})/([^/]+)-p(\\d{1,9})\\.json");

    public SightedRevision {
        requireNonNull(revision, "revision");
        requireNonNull(first, "first");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(textKey, "textKey");
    }

    /** Returns when the first document with this revision arrived. */
    public Instant firstSeen() {
        return first.at();
    }

    /**
     * Groups the keys of an article's texts by revision, the first seen first. Of one document only the reading of its
     * latest parser counts, so that no parser's change is taken for the publisher's. Keys of another form are ignored.
     */
    public static List<SightedRevision> of(Collection<String> textKeys) {
        Map<DocumentId, Sighting> latest = new HashMap<>();
        for (String key : textKeys) {
            Sighting.of(key)
                    .ifPresent(sighting -> latest.merge(
                            sighting.document(),
                            sighting,
                            (one, other) -> one.parser() >= other.parser() ? one : other));
        }
        Map<Revision, List<Sighting>> byRevision = new HashMap<>();
        latest.values().forEach(sighting -> byRevision
                .computeIfAbsent(sighting.revision(), any -> new ArrayList<>())
                .add(sighting));
        return byRevision.values().stream()
                .map(SightedRevision::of)
                .sorted(Comparator.comparing(SightedRevision::first))
                .toList();
    }

    private static SightedRevision of(List<Sighting> sightings) {
        List<Sighting> ordered = sightings.stream()
                .sorted(Comparator.comparing(Sighting::document))
                .toList();
        Sighting first = ordered.getFirst();
        return new SightedRevision(
                first.revision(), first.document(), ordered.getLast().document().at(), ordered.size(), first.key());
    }

    /** One document's reading by one parser. */
    private record Sighting(Revision revision, DocumentId document, int parser, String key) {

        static Optional<Sighting> of(String key) {
            Matcher parts = KEY.matcher(key);
            return parts.matches() && DocumentId.isValid(parts.group(2))
                    ? Optional.of(new Sighting(
                            new Revision(parts.group(1)),
                            new DocumentId(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            key))
                    : Optional.empty();
        }
    }
}
