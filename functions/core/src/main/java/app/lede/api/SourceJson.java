package app.lede.api;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.rhythm.Rhythm;
import app.lede.source.Etiquette;
import app.lede.source.Fault;
import app.lede.source.Health;
import app.lede.source.Push;
import app.lede.source.Schedule;
import app.lede.source.Silence;
import app.lede.source.Source;
import app.lede.websub.Subscription;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Renders a source with its health. */
final class SourceJson {

    private static final String UNPOLLED = "the shortest interval until the first poll, which finds the source's own";

    private SourceJson() {}

    static ObjectNode of(Source source, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", source.id().value());
        json.put("url", source.url());
        json.put("feedUrl", source.feedUrl());
        json.put("name", source.name());
        json.put("state", label(source.state()));
        json.put("intervalMinutes", source.schedule().interval());
        json.put("addedAt", Times.sortable(source.addedAt()));
        json.put("nextPollAt", time(source.nextPoll(now).orElse(null)));
        json.put("nextPollBecause", because(source, now));
        json.put("alert", source.alert().map(SourceJson::label).orElse(null));
        json.put(
                "movingTo",
                source.relocation() == null ? null : source.relocation().target());
        json.put(
                "articlesPerDay",
                rounded(source.schedule().adaptive().frequency().perDay()));
        json.set("rhythm", rhythm(source.rhythm()));
        json.set("silence", silence(source.silence()));
        json.set("push", push(source.push(), now));
        json.set("health", health(source.health()));
        json.set("etiquette", etiquette(source.health().etiquette()));
        return json;
    }

    private static @Nullable String because(Source source, Instant now) {
        if (!source.polls()) {
            return null;
        }
        if (source.schedule().isHeld(now)) {
            return "the server asked for time until " + source.schedule().notBefore();
        }
        return source.schedule().equals(Schedule.NEW)
                ? UNPOLLED
                : source.pollInterval().because();
    }

    private static @Nullable ObjectNode rhythm(Rhythm rhythm) {
        return rhythm.since() == null
                ? null
                : Json.object()
                        .put("since", Times.sortable(rhythm.since()))
                        .put("silentFrom", time(rhythm.silentFrom().orElse(null)));
    }

    private static @Nullable ObjectNode silence(@Nullable Silence silence) {
        return silence == null || silence.stage() == Silence.Stage.ENDED
                ? null
                : Json.object()
                        .put("since", Times.sortable(silence.since()))
                        .put("at", Times.sortable(silence.at()))
                        .put("reason", silence.reason().label())
                        .put("detail", silence.detail());
    }

    private static ObjectNode health(Health health) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("state", health.lastPollAt() == null ? "new" : health.errors().length() > 0 ? "failing" : "ok");
        json.put("lastPollAt", time(health.lastPollAt()));
        json.put("lastOutcome", health.lastOutcome());
        json.put(
                "lastDetail",
                health.errors().last() == null ? null : health.errors().last().detail());
        json.put("lastNewAt", time(health.lastNewAt()));
        json.put("errorStreak", health.errors().length());
        json.set("firstError", fault(health.errors().first()));
        json.set("lastError", fault(health.errors().last()));
        json.put("entries", health.entries());
        json.put("overCap", health.overCap());
        return json;
    }

    private static @Nullable ObjectNode fault(@Nullable Fault fault) {
        return fault == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("at", Times.sortable(fault.at()))
                        .put("outcome", fault.outcome())
                        .put("detail", fault.detail());
    }

    private static @Nullable ObjectNode push(Push push, Instant now) {
        Subscription subscription = push.subscription();
        return subscription == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("hub", subscription.topic().hub())
                        .put("state", label(subscription.state(now)))
                        .put("detail", subscription.detail())
                        .put("leaseEnds", time(subscription.leaseEnds()))
                        .put("lastPushAt", time(push.lastAt()))
                        .put("taken", push.taken())
                        .put("ignored", push.ignored());
    }

    private static ObjectNode etiquette(Etiquette etiquette) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("requests", etiquette.requests())
                .put("notModified", etiquette.notModified())
                .put("notModifiedShare", rounded(OptionalDouble.of(etiquette.notModifiedShare())))
                .put("sameBody", etiquette.sameBody())
                .put("bytesReceived", etiquette.bytesReceived())
                .put("bytesSaved", etiquette.bytesSaved());
    }

    /** Rounds to two decimals; null if unknown. */
    private static @Nullable Double rounded(OptionalDouble number) {
        return number.isPresent() ? Math.round(number.getAsDouble() * 100) / 100.0 : null;
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Times.sortable(instant);
    }
}
