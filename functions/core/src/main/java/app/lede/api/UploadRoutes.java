package app.lede.api;

import app.lede.article.Times;
import app.lede.collection.UnpackBounds;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.UploadClaims;
import app.lede.fetch.CanonicalUrl;
import app.lede.hash.Digest;
import app.lede.source.SourceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Issues the right to put one document into the bucket. The document's id is made here, so that its outcome can be asked
 * for before the upload has arrived. Thread safe.
 */
final class UploadRoutes {

    private static final int MAX_NAME = 200;
    /** Amazon S3 keeps 2 KB of metadata with an object; tags may grow threefold there. */
    private static final int MAX_URL = 1_000;

    private static final int MAX_TAG_BYTES = 250;
    private static final int MAX_TAGS = 10;
    private static final int MAX_TAG = 50;

    private final DocumentLog log;
    private final UploadTickets tickets;
    private final Supplier<String> tokens;
    private final InstantSource clock;

    UploadRoutes(DocumentLog log, UploadTickets tickets, Supplier<String> tokens, InstantSource clock) {
        this.log = log;
        this.tickets = tickets;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/documents}. */
    Answer ticket(Request request) {
        Fields fields = new Fields(request, Set.of("name", "contentType", "size", "source", "url", "tags"));
        Optional<String> name = fields.text("name", MAX_NAME);
        Optional<String> type = fields.text("contentType", MAX_NAME);
        Optional<Long> size = fields.number("size", 1, UnpackBounds.MAX_COLLECTION);
        if (name.isEmpty() && !fields.has("name")) {
            fields.fault("name", "give the document's file name");
        }
        if (size.isEmpty() && !fields.has("size")) {
            fields.fault("size", "give the document's size in bytes; the upload is signed for it");
        }
        if (type.filter(given -> !given.chars().allMatch(c -> c >= ' ' && c < 0x7f))
                .isPresent()) {
            fields.fault("contentType", "expected printable ASCII");
        }
        UploadClaims claims = claims(fields);
        return fields.problem()
                .orElseGet(() -> issued(
                        request,
                        name.orElseThrow(),
                        type.orElse("application/octet-stream"),
                        size.orElseThrow(),
                        claims));
    }

    private static UploadClaims claims(Fields fields) {
        Optional<String> source = fields.text("source", MAX_NAME);
        if (source.filter(id -> !SourceId.isValid(id)).isPresent()) {
            fields.fault("source", "expected a source's id");
        }
        Optional<String> url = fields.text("url", MAX_URL);
        Optional<CanonicalUrl> canonical =
                url.flatMap(CanonicalUrl::of).filter(known -> known.value().length() <= MAX_URL);
        if (url.isPresent() && canonical.isEmpty()) {
            fields.fault(
                    "url",
                    "expected the http or https address of the document, without user name, of at most " + MAX_URL
                            + " characters when percent-encoded");
        }
        List<String> tags = fields.texts("tags", MAX_TAGS, MAX_TAG);
        if (String.join("", tags).getBytes(StandardCharsets.UTF_8).length > MAX_TAG_BYTES) {
            fields.fault("tags", "expected at most " + MAX_TAG_BYTES + " bytes of UTF-8 in all tags together");
        }
        return new UploadClaims(
                source.orElse(null), canonical.map(CanonicalUrl::value).orElse(null), tags);
    }

    private Answer issued(Request request, String name, String contentType, long size, UploadClaims claims) {
        Instant now = clock.instant();
        DocumentId id = DocumentId.of(now, Digest.base32(tokens.get()));
        String key = ObjectCreated.UPLOADS + id + "/" + fileName(name);
        UploadTickets.Ticket ticket = tickets.issue(key, contentType, size, claims);
        log.record(new DocumentRecord(id, key, null, now, Outcome.WAITING, null, null, 0));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.value()).put("key", key).put("method", "PUT").put("url", ticket.url());
        ObjectNode headers = json.putObject("headers");
        ticket.headers().forEach(headers::put);
        json.put("expires", Times.sortable(ticket.expires()));
        return Answer.json(201, json).with("location", request.basePath() + "/v1/documents/" + id);
    }

    /** Returns the last segment of a name, without folder separators and control characters. */
    private static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.isBlank() || last.equals(".") || last.equals("..") ? "document" : last;
    }
}
