package app.lede.alert;

import app.lede.article.Times;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Renders alerts of sources: for webhooks, and with the fields of articles that feeds are written from. Thread safe. */
public final class SourceAlertView {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private SourceAlertView() {}

    /** Returns the public record of an alert. */
    public static ObjectNode json(SourceAlert alert) {
        ObjectNode json = Json.object()
                .put("id", alert.id())
                .put("type", "source." + alert.kind().label())
                .put("source", alert.source().value())
                .put("name", alert.name())
                .put("url", alert.url())
                .put("headline", headline(alert))
                .put("description", description(alert));
        String at = Times.sortable(alert.at());
        json.put("arrival", at).put("changed", at).put("since", Times.sortable(alert.since()));
        return json.put("reason", alert.reason()).put("detail", alert.detail());
    }

    private static String headline(SourceAlert alert) {
        return switch (alert.kind()) {
            case SILENT -> "Silent: " + alert.name();
            case RESUMED -> "Back: " + alert.name();
        };
    }

    private static String description(SourceAlert alert) {
        String since = MINUTE.format(alert.since());
        return switch (alert.kind()) {
            case SILENT ->
                "Nothing new since " + since + ". Reason: " + alert.reason()
                        + (alert.detail().isEmpty() ? "" : ", " + alert.detail()) + ".";
            case RESUMED -> "Publishes again, after a silence since " + since + ".";
        };
    }
}
