package app.lede.api;

import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.pipeline.DocumentsOfKey;
import app.lede.search.Cursors;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes of documents and their outcomes, newest first. Thread safe. */
final class DocumentRoutes {

    /** S3 allows so many bytes. */
    private static final int MAX_KEY = 1_024;

    /** Maximum number of log batches read for one page; a short page still has a {@code next}. */
    private static final int MAX_STRETCHES = 10;

    /** Outcomes of parts that are in the library, or collections with parts there. */
    private static final Set<Outcome> BECAME =
            EnumSet.of(Outcome.STORED, Outcome.UNCHANGED, Outcome.SUPERSEDED, Outcome.UNPACKED);

    private final DocumentLog log;
    private final DocumentsOfKey ofKey;
    private final Cursors cursors;

    DocumentRoutes(DocumentLog log, ArticleStore articles, Cursors cursors) {
        this.log = log;
        this.ofKey = new DocumentsOfKey(log, articles);
        this.cursors = cursors;
    }

    /** Handles {@code GET /v1/documents}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("outcome", "key", "parent", "limit", "cursor"));
        Set<String> outcomes = parameters.values(
                "outcome",
                value -> value.toLowerCase(Locale.ROOT),
                value -> Outcome.ofLabel(value).isPresent(),
                "one of " + Arrays.stream(Outcome.values()).map(Outcome::label).collect(Collectors.joining(", ")));
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        Optional<String> key = parameters.one("key");
        if (key.isPresent() && parameters.one("cursor").isPresent()) {
            parameters.fault("cursor", "the documents of one key have no further page");
        }
        if (key.filter(name -> name.length() > MAX_KEY).isPresent()) {
            parameters.fault("key", "expected at most " + MAX_KEY + " characters");
        }
        Optional<String> parent = parameters.one("parent");
        if (parent.isPresent() && (key.isPresent() || !DocumentId.isValid(parent.get()))) {
            parameters.fault("parent", "expected the id of a document, and no key beside it");
        }
        String question = "documents parent=" + parent.orElse("") + " outcome="
                + outcomes.stream().sorted().toList();
        Optional<String> after = Pages.after(parameters, cursors, question);
        return parameters.problem().orElseGet(() -> {
            if (key.isPresent()) {
                return Pages.answer(request, ofKey(key.get(), outcomes, limit), Optional.empty(), none -> none);
            }
            if (parent.isPresent()) {
                int place = after.map(Integer::parseInt).orElse(0);
                return parts(request, question, outcomes, new DocumentId(parent.get()), place, limit);
            }
            DocumentId before = after.map(DocumentId::new).orElse(null);
            return page(request, question, outcomes, before, limit);
        });
    }

    private List<Pages.Item> ofKey(String key, Set<String> outcomes, int limit) {
        return ofKey.of(key).stream()
                .filter(record ->
                        outcomes.isEmpty() || outcomes.contains(record.outcome().label()))
                .limit(limit)
                .map(DocumentRoutes::item)
                .toList();
    }

    private Answer page(Request request, String question, Set<String> outcomes, @Nullable DocumentId from, int limit) {
        List<Pages.Item> items = new ArrayList<>();
        DocumentId before = from;
        boolean more = true;
        for (int stretch = 0; more && stretch < MAX_STRETCHES && items.size() < limit; stretch++) {
            List<DocumentRecord> records = log.newest(before, Pages.MAX_LIMIT);
            more = records.size() == Pages.MAX_LIMIT;
            for (DocumentRecord record : records) {
                if (items.size() == limit) {
                    more = true;
                    break;
                }
                before = record.id();
                if (outcomes.isEmpty() || outcomes.contains(record.outcome().label())) {
                    items.add(item(record));
                }
            }
        }
        Optional<String> next = more && before != null ? Optional.of(before.value()) : Optional.empty();
        return Pages.answer(request, items, next, key -> cursors.seal(question, key));
    }

    private Answer parts(
            Request request, String question, Set<String> outcomes, DocumentId parent, int after, int limit) {
        List<Pages.Item> items = new ArrayList<>();
        int place = after;
        boolean more = true;
        for (int stretch = 0; more && stretch < MAX_STRETCHES && items.size() < limit; stretch++) {
            List<DocumentRecord> records = log.parts(parent, place, Pages.MAX_LIMIT);
            more = records.size() == Pages.MAX_LIMIT;
            for (DocumentRecord record : records) {
                if (items.size() == limit) {
                    more = true;
                    break;
                }
                place = record.part().orElseThrow().number();
                if (outcomes.isEmpty() || outcomes.contains(record.outcome().label())) {
                    items.add(item(record));
                }
            }
        }
        Optional<String> next = more ? Optional.of(Integer.toString(place)) : Optional.empty();
        return Pages.answer(request, items, next, key -> cursors.seal(question, key));
    }

    /** Handles {@code GET /v1/documents/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<DocumentRecord> record = DocumentId.isValid(id) ? log.get(new DocumentId(id)) : Optional.empty();
        return record.map(found -> Answer.json(200, withProgress(found)))
                .orElseGet(() -> Problem.notFound(
                        "there is no document " + Problem.cut(id) + ", or it has not reached its outcome yet"));
    }

    private static Pages.Item item(DocumentRecord record) {
        return new Pages.Item(record.id().value(), json(record));
    }

    /** Adds how many parts of a collection have an outcome. */
    private ObjectNode withProgress(DocumentRecord record) {
        ObjectNode json = json(record);
        if (record.parts() > 0) {
            Map<Outcome, Integer> outcomes = log.outcomesOfParts(record.id());
            int done = outcomes.values().stream().mapToInt(Integer::intValue).sum();
            int became = BECAME.stream()
                    .mapToInt(outcome -> outcomes.getOrDefault(outcome, 0))
                    .sum();
            json.withObject("parts").put("done", done).put("failed", done - became);
        }
        return json;
    }

    private static ObjectNode json(DocumentRecord record) {
        ObjectNode json = own(record);
        record.part()
                .ifPresent(part -> json.put("parent", part.parent().value()).put("part", part.number()));
        if (record.name() != null) {
            json.put("name", record.name());
        }
        if (record.parts() > 0) {
            json.putObject("parts").put("found", record.parts());
        }
        return json;
    }

    private static ObjectNode own(DocumentRecord record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", record.id().value())
                .put("key", record.key())
                .put("received", Times.sortable(record.received()))
                .put("outcome", record.outcome().label())
                .put("detail", record.detail())
                .put("articleId", record.articleId());
    }
}
