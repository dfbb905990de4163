package app.lede.api;

import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.search.Cursors;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private final DocumentLog log;
    private final Cursors cursors;

    DocumentRoutes(DocumentLog log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    /** Handles {@code GET /v1/documents}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("outcome", "key", "limit", "cursor"));
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
        String question = "documents outcome=" + outcomes.stream().sorted().toList();
        Optional<String> after = Pages.after(parameters, cursors, question);
        return parameters.problem().orElseGet(() -> {
            if (key.isPresent()) {
                return Pages.answer(request, ofKey(key.get(), outcomes, limit), Optional.empty(), none -> none);
            }
            DocumentId before = after.map(DocumentId::new).orElse(null);
            return page(request, question, outcomes, before, limit);
        });
    }

    private List<Pages.Item> ofKey(String key, Set<String> outcomes, int limit) {
        return log.byKey(key).stream()
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

    /** Handles {@code GET /v1/documents/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<DocumentRecord> record = DocumentId.isValid(id) ? log.get(new DocumentId(id)) : Optional.empty();
        return record.map(found -> Answer.json(200, json(found)))
                .orElseGet(() -> Problem.notFound(
                        "there is no document " + Problem.cut(id) + ", or it has not reached its outcome yet"));
    }

    private static Pages.Item item(DocumentRecord record) {
        return new Pages.Item(record.id().value(), json(record));
    }

    private static ObjectNode json(DocumentRecord record) {
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
