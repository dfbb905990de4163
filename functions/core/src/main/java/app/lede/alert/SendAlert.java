package app.lede.alert;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.Times;
import app.lede.edit.Edit;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.publish.ArticleView;
import app.lede.publish.EditView;
import app.lede.publish.Release;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.Webhook;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts one alert to the webhook of its search. A failed attempt is repeated with growing delays for about a day; then the alert
 * goes to the dead letters. The articles are read at the moment of sending: deleted ones are left out. Thread safe.
 */
public final class SendAlert {

    /** Delays after the first attempts; the last one repeats. */
    static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            // The longest delay of a message.
            Duration.ofMinutes(15));

    /** A day of attempts. */
    static final int MOST_ATTEMPTS = 100;

    private static final int AT_ONCE = 100;

    /** Bytes of the edits of one article; the rest is found by its route of revisions. */
    private static final int MOST_EDIT_BYTES = 100_000;

    private final SavedSearches searches;
    private final ArticleStore articles;
    private final LatestEdits edits;
    private final WebhookSender sender;
    private final JobQueue<AlertJob> queue;
    private final JobQueue<AlertJob> deadLetters;
    private final InstantSource clock;

    public SendAlert(
            SavedSearches searches,
            ArticleStore articles,
            ArticleTexts texts,
            WebhookSender sender,
            JobQueue<AlertJob> queue,
            JobQueue<AlertJob> deadLetters,
            InstantSource clock) {
        this.searches = searches;
        this.articles = articles;
        this.edits = new LatestEdits(texts);
        this.sender = sender;
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Makes one attempt. */
    public AlertEnd send(AlertJob job) {
        Optional<SavedSearch> search = searches.get(job.search());
        Webhook webhook = search.map(SavedSearch::webhook).orElse(null);
        if (webhook == null) {
            return new AlertEnd.Obsolete("the search or its webhook was deleted");
        }
        Instant now = clock.instant();
        Optional<ObjectNode> data = data(job.occasion(), search.orElseThrow());
        if (data.isEmpty()) {
            return new AlertEnd.Obsolete("its articles were deleted, or differ in nothing that is read");
        }
        byte[] body = Json.bytes(body(job, data.get(), now));
        return switch (sender.post(webhook.url(), webhook.headers(job.id(), now, body), body)) {
            case WebhookSender.Sent.Accepted accepted -> new AlertEnd.Delivered(accepted.status());
            case WebhookSender.Sent.Failed failed -> again(job, now, failed.detail());
            case WebhookSender.Sent.Blocked blocked -> givenUp(job, blocked.reason());
        };
    }

    private List<Article> found(List<String> named) {
        List<ArticleId> ids = named.stream().map(ArticleId::new).toList();
        List<Article> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(articles.getAll(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return found;
    }

    /** Returns what the alert tells; empty where nothing is left to tell. */
    private Optional<ObjectNode> data(AlertJob.Occasion occasion, SavedSearch search) {
        ObjectNode data = Json.object()
                .put("search", search.id().value())
                .put("name", search.name())
                .put("filter", search.filter());
        return switch (occasion) {
            case AlertJob.Occasion.Matched(List<String> ids) ->
                with(data, found(ids).stream().map(ArticleView::json).toList());
            case AlertJob.Occasion.Edited(List<String> ids) ->
                with(
                        data,
                        found(ids).stream()
                                .flatMap(article -> edited(article).stream())
                                .toList());
            case AlertJob.Occasion.Silent(String since) -> Optional.of(data.put("since", since));
            case AlertJob.Occasion.OfSource(SourceAlert alert) ->
                Optional.of(data.set("alert", SourceAlertView.json(alert)));
            case AlertJob.Occasion.Test ignored -> Optional.of(data);
        };
    }

    private static Optional<ObjectNode> with(ObjectNode data, List<ObjectNode> articles) {
        data.putArray("articles").addAll(articles);
        return articles.isEmpty() ? Optional.empty() : Optional.of(data);
    }

    /** Returns the record of an article with its edits; empty where there are none. */
    private Optional<ObjectNode> edited(Article article) {
        List<Edit> all = edits.of(article);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode json = Release.summarised(ArticleView.json(article));
        ArrayNode array = json.putArray("edits");
        int bytes = 0;
        for (Edit edit : all) {
            ObjectNode one = EditView.json(edit);
            bytes += Json.bytes(one).length;
            if (bytes > MOST_EDIT_BYTES) {
                break;
            }
            array.add(one);
        }
        return Optional.of(json.put("omitted", all.size() - array.size()));
    }

    private static ObjectNode body(AlertJob job, ObjectNode data, Instant now) {
        return Json.object()
                .put("type", job.kind().type())
                .put("timestamp", Times.sortable(now))
                .set("data", data);
    }

    private AlertEnd again(AlertJob job, Instant now, String reason) {
        if (job.attempts() + 1 >= MOST_ATTEMPTS) {
            return givenUp(job, reason);
        }
        Duration delay = DELAYS.get(Math.min(job.attempts(), DELAYS.size() - 1));
        queue.sendLater(job.again(), delay);
        return new AlertEnd.Postponed(now.plus(delay), reason);
    }

    private AlertEnd givenUp(AlertJob job, String reason) {
        deadLetters.send(List.of(job));
        return new AlertEnd.GivenUp(reason);
    }
}
