package app.lede.aws.s3;

import app.lede.rights.Evidence;
import app.lede.rights.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements on usage rights as fields {@code rights-0}, {@code rights-1} and so on of S3 user metadata, one line each: the
 * signal, its place and its value, separated by spaces. The time is that of the fetch.
 */
final class RightsMetadata {

    private static final String NAME = "rights-";
    private static final int MAX = 12;

    private RightsMetadata() {}

    static Map<String, String> lines(List<Evidence> evidence) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Evidence one : evidence) {
            if (lines.size() < MAX) {
                lines.put(
                        NAME + lines.size(),
                        one.signal().label() + " " + one.where().replace(" ", "") + " " + one.value());
            }
        }
        return lines;
    }

    static List<Evidence> read(Collection<String> names, Function<String, @Nullable String> value, Instant at) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < MAX; i++) {
            String line = names.contains(NAME + i) ? value.apply(NAME + i) : null;
            int place = line == null ? -1 : line.indexOf(' ');
            int said = line == null ? -1 : line.indexOf(' ', place + 1);
            if (line != null && said > 0) {
                evidence.add(new Evidence(
                        Signal.ofLabel(line.substring(0, place)),
                        line.substring(place + 1, said),
                        line.substring(said + 1),
                        at));
            }
        }
        return evidence;
    }
}
