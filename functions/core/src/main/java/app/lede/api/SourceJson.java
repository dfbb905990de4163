package app.lede.api;

import app.lede.source.Health;
import app.lede.source.PollPlan;
import app.lede.source.Source;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source with its health, as the API shows it. */
final class SourceJson {

    private SourceJson() {}

    static ObjectNode of(Source source, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", source.id().value());
        json.put("url", source.url());
        json.put("feedUrl", source.feedUrl());
        json.put("name", source.name());
        json.put("state", source.state().name().toLowerCase(Locale.ROOT));
        json.put("intervalMinutes", source.intervalMinutes());
        json.put("addedAt", source.addedAt().toString());
        json.put("nextPollAt", time(nextPoll(source, now)));
        json.set("health", health(source.health()));
        return json;
    }

    private static ObjectNode health(Health health) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("state", health.lastPollAt() == null ? "new" : health.errorStreak() > 0 ? "failing" : "ok")
                .put("lastPollAt", time(health.lastPollAt()))
                .put("lastOutcome", health.lastOutcome())
                .put("lastDetail", health.lastDetail())
                .put("lastNewAt", time(health.lastNewAt()))
                .put("errorStreak", health.errorStreak())
                .put("errorSince", time(health.errorSince()))
                .put("polls", health.polls())
                .put("unchanged", health.unchanged())
                .put("entries", health.entries())
                .put("overCap", health.overCap());
    }

    private static @Nullable Instant nextPoll(Source source, Instant now) {
        if (source.state() != Source.State.ACTIVE) {
            return null;
        }
        Instant from = source.isHeld(now) && source.notBefore() != null ? source.notBefore() : now;
        return PollPlan.nextTurn(PollPlan.Slot.of(source.id(), source.intervalMinutes()), from);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
