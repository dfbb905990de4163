package app.lede.api;

import app.lede.json.Json;
import app.lede.saved.DigestSchedule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and renders the field {@code digest} of a saved search: {@code {"every":"day","at":"07:00","zone":"Europe/Paris"}}. */
final class DigestField {

    private static final String NAME = "digest";
    private static final String EVERY = "every";
    private static final String AT = "at";
    private static final String ZONE = "zone";
    private static final String START_OF_DAY = "00:00";
    private static final String UTC = "UTC";
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private DigestField() {}

    /** Returns the schedule; empty if the field is absent or has faults, which are added. */
    static Optional<DigestSchedule> read(Fields fields) {
        Optional<Map<String, String>> given = fields.texts(NAME, Set.of(EVERY, AT, ZONE));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> texts = given.get();
        Optional<DigestSchedule.Every> every = every(texts.getOrDefault(EVERY, ""));
        if (every.isEmpty()) {
            fault(fields, EVERY, "expected hour, day or week");
        }
        String at = texts.getOrDefault(AT, START_OF_DAY);
        if (!TIME.matcher(at).matches()) {
            fault(fields, AT, "expected a time of day such as 07:00");
        } else if (texts.containsKey(AT) && every.equals(Optional.of(DigestSchedule.Every.HOUR))) {
            fault(fields, AT, "hourly digests are due at the full hour; leave it out");
        }
        String zone = texts.getOrDefault(ZONE, UTC);
        boolean isZone = ZoneId.getAvailableZoneIds().contains(zone);
        if (!isZone) {
            fault(fields, ZONE, "expected a time zone such as Europe/Paris");
        }
        return every.filter(found -> isZone && TIME.matcher(at).matches())
                .map(found -> new DigestSchedule(found, at, zone));
    }

    private static Optional<DigestSchedule.Every> every(String label) {
        return Arrays.stream(DigestSchedule.Every.values())
                .filter(every -> every.label().equals(label))
                .findFirst();
    }

    private static void fault(Fields fields, String part, String detail) {
        fields.fault(NAME + "." + part, detail);
    }

    static ObjectNode json(DigestSchedule schedule) {
        ObjectNode json = Json.object().put(EVERY, schedule.every().label());
        if (schedule.every() != DigestSchedule.Every.HOUR) {
            json.put(AT, schedule.at());
        }
        return json.put(ZONE, schedule.zone());
    }
}
