package app.lede.api;

import app.lede.alert.AlertJob;
import app.lede.article.ArticleStore;
import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.WebUrl;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.saved.DigestSchedule;
import app.lede.saved.FeedToken;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Routes that save searches, test their webhooks, and forget them. Thread safe. */
final class SavedSearchChanges {

    private static final int MAX_NAME = 200;
    private static final int MAX_FILTER = 4_000;

    private static final int MAX_URL = 2_000;
    private static final int MAX_SILENCE = 24 * 31;

    private final SourceStore sources;
    private final ArticleStore articles;
    private final SavedSearches searches;
    private final JobQueue<AlertJob> alerts;
    private final AllowedAddresses allowed;
    private final WalkedFilters walks;
    private final Supplier<String> tokens;
    private final InstantSource clock;
    private final AddressRules rules = new AddressRules();

    /**
     * Builds the routes.
     *
     * @param allowed private addresses that webhooks may have
     */
    SavedSearchChanges(
            SourceStore sources,
            ArticleStore articles,
            SavedSearches searches,
            JobQueue<AlertJob> alerts,
            AllowedAddresses allowed,
            WalkedFilters walks,
            Supplier<String> tokens,
            InstantSource clock) {
        this.sources = sources;
        this.articles = articles;
        this.searches = searches;
        this.alerts = alerts;
        this.allowed = allowed;
        this.walks = walks;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/searches}; the secrets of feed and webhook are told here and never again. */
    Answer add(Request request) {
        Fields fields = new Fields(
                request, Set.of("name", "filter", "webhook", "silenceHours", "edits", "digest", "silentSources"));
        Optional<String> name = fields.text("name", MAX_NAME);
        if (name.isEmpty() && !fields.has("name")) {
            fields.fault("name", "give the search a name");
        }
        Filter filter = FilterField.read(fields, "filter", MAX_FILTER);
        Optional.ofNullable(filter.similarTo())
                .filter(id -> articles.get(id).isEmpty())
                .ifPresent(id -> fields.fault("filter", "similar_to: there is no article " + id));
        Optional<String> webhook = webhook(fields);
        Optional<DigestSchedule> digest = DigestField.read(fields);
        if (webhook.isPresent() || digest.isPresent()) {
            walks.check(fields, filter);
        }
        boolean ofSources = fields.flag("silentSources").orElse(false);
        int silence = fields.number("silenceHours", 1, MAX_SILENCE).orElse(0L).intValue();
        boolean edits = fields.flag("edits").orElse(false);
        if (ofSources) {
            checkSources(fields, filter);
        } else {
            checkOccasions(fields, filter, silence, edits);
        }
        return fields.problem()
                .orElseGet(() -> saved(
                        request, name.orElseThrow(), filter, webhook, new Extras(silence, edits, digest, ofSources)));
    }

    /** Occasions told to a webhook besides new articles. */
    private record Extras(int silenceHours, boolean edits, Optional<DigestSchedule> digest, boolean silentSources) {}

    private void checkSources(Fields fields, Filter filter) {
        if (!filter.equals(Filter.ALL.with(Fact.SOURCE, filter.of(Fact.SOURCE)))) {
            fields.fault("filter", "silent sources are told by source alone; leave out the other conditions");
        }
        filter.of(Fact.SOURCE).stream()
                .filter(id ->
                        !SourceId.isValid(id) || sources.get(new SourceId(id)).isEmpty())
                .forEach(id -> fields.fault("filter", "source: there is no source " + Problem.cut(id)));
        Stream.of("silenceHours", "edits", "digest")
                .filter(fields::has)
                .forEach(name -> fields.fault(name, "tells of articles, not of silent sources; leave it out"));
    }

    private static void checkOccasions(Fields fields, Filter filter, int silence, boolean edits) {
        if (silence > 0 && !fields.has("webhook")) {
            fields.fault("silenceHours", "a silence is told to a webhook; give one");
        }
        if (edits && !fields.has("webhook")) {
            fields.fault("edits", "edits are told to a webhook; give one");
        }
        if (edits && filter.q() != null) {
            fields.fault("edits", "edits are found by facts and times; leave out q");
        }
    }

    private Optional<String> webhook(Fields fields) {
        Optional<String> given = fields.text("webhook", MAX_URL);
        Optional<WebUrl> url = given.flatMap(WebUrl::of);
        if (given.isPresent() && url.isEmpty()) {
            fields.fault("webhook", "expected an http or https URL");
        }
        if (given.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
            fields.fault("webhook", "has a line break or another control character");
        }
        url.filter(form -> !form.userInfo().isEmpty())
                .ifPresent(form ->
                        fields.fault("webhook", "has a user name or password; calls are signed with a secret instead"));
        url.filter(form -> !allowed.contains(form.host(), form.port()))
                .map(form -> rules.verdict(form.toString()))
                .filter(verdict -> !verdict.allowed())
                .ifPresent(verdict -> fields.fault("webhook", "may not be called: " + verdict.reason()));
        return url.map(WebUrl::toString);
    }

    private Answer saved(Request request, String name, Filter filter, Optional<String> url, Extras extras) {
        SearchId id = new SearchId(Digest.base32(tokens.get()));
        FeedToken token = new FeedToken(id, Digest.base32(tokens.get()));
        Webhook webhook = url.map(address -> Webhook.of(address, tokens)).orElse(null);
        SavedSearch search = new SavedSearch(
                id,
                name,
                filter.canonical(),
                clock.instant(),
                token.hash(),
                webhook,
                extras.silenceHours(),
                extras.edits(),
                extras.digest().orElse(null),
                extras.silentSources());
        searches.add(search);
        ObjectNode json = SavedSearchJson.of(search);
        json.put("feed", request.origin() + request.basePath() + "/v1/feeds/" + token);
        if (webhook != null) {
            json.put("webhookSecret", webhook.secret());
        }
        return Answer.json(201, json).with("location", request.basePath() + "/v1/searches/" + id);
    }

    /** Handles {@code POST /v1/searches/{id}/test}: sends a test to the webhook. */
    Answer test(Request request) {
        String given = request.variable("id");
        Optional<SavedSearch> search = SearchId.isValid(given) ? searches.get(new SearchId(given)) : Optional.empty();
        if (search.isEmpty()) {
            return missing(given);
        }
        if (search.get().webhook() == null) {
            return Problem.conflict("the search has no webhook");
        }
        String id = Digest.base32(tokens.get());
        alerts.send(List.of(AlertJob.first(search.get().id(), id, new AlertJob.Occasion.Test())));
        return Answer.json(202, Json.object().put("delivery", id));
    }

    /** Handles {@code DELETE /v1/searches/{id}}. */
    Answer remove(Request request) {
        String id = request.variable("id");
        return SearchId.isValid(id) && searches.remove(new SearchId(id)) ? Answer.empty(204) : missing(id);
    }

    private static Answer missing(String id) {
        return Problem.notFound("there is no saved search " + Problem.cut(id));
    }
}
