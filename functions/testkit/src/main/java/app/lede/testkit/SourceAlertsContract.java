package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.alert.SourceAlert;
import app.lede.alert.SourceAlerts;
import app.lede.hash.Digest;
import app.lede.source.SourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SourceAlerts}. */
public abstract class SourceAlertsContract {

    /** Returns a store without alerts, whose clock stands at {@link Samples#NOON}. */
    protected abstract SourceAlerts empty();

    @Test
    void the_latest_alert_comes_first_and_whole() {
        SourceAlerts alerts = empty();
        alerts.add(alert(1));
        alerts.add(alert(3));
        alerts.add(alert(2));
        assertEquals(List.of(alert(3), alert(2), alert(1)), alerts.page(null, 10));
    }

    @Test
    void pages_go_on_behind_a_key() {
        SourceAlerts alerts = empty();
        for (int i = 0; i < 5; i++) {
            alerts.add(alert(i));
        }
        assertEquals(List.of(alert(4), alert(3)), alerts.page(null, 2));
        assertEquals(List.of(alert(2), alert(1)), alerts.page(alert(3).key(), 2));
        assertEquals(List.of(), alerts.page(alert(0).key(), 2));
    }

    @Test
    void the_same_alert_again_is_one() {
        SourceAlerts alerts = empty();
        alerts.add(alert(1));
        alerts.add(alert(1));
        assertEquals(List.of(alert(1)), alerts.page(null, 10));
    }

    @Test
    void an_alert_is_over_with_its_time_whenever_it_is_deleted() {
        SourceAlerts alerts = empty();
        int over = -Math.toIntExact(SourceAlert.KEPT.toMinutes());
        alerts.add(alert(over));
        alerts.add(alert(over + 1));
        assertEquals(List.of(alert(over + 1)), alerts.page(null, 10));
    }

    private static SourceAlert alert(int minute) {
        return new SourceAlert(
                Digest.base32("alert " + minute),
                SourceId.ofUrl("https://news.example.org/feed"),
                "Nachrichten für Übermorgen",
                "https://news.example.org/feed",
                SourceAlert.Kind.SILENT,
                Samples.NOON.plusSeconds(60L * minute),
                Samples.NOON.minusSeconds(86_400),
                "errors",
                "dns: no address (3 in a row)");
    }
}
