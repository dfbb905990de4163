package app.lede.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Stories of the event set, compared with a tf-idf single pass at its own best threshold in the same run. */
class StoryQualityTest {

    private final List<EventSet.Told> all = read();

    private static List<EventSet.Told> read() {
        try {
            return EventSet.read().stream()
                    .sorted(Comparator.comparing(EventSet.Told::report))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_set_is_as_large_and_varied_as_it_claims() {
        Map<String, List<EventSet.Told>> events = all.stream()
                .filter(told -> !told.event().startsWith("alone"))
                .collect(Collectors.groupingBy(EventSet.Told::event));
        assertTrue(events.size() >= 30, events.size() + " events");
        events.forEach((event, told) -> assertTrue(told.size() >= 3 && told.size() <= 6, event));
        Set<String> languages = new HashSet<>();
        all.forEach(told -> languages.add(told.report().language()));
        assertTrue(languages.size() >= 3, languages.toString());
    }

    @Test
    void reports_of_an_event_are_one_story_and_others_are_not() {
        List<EventSet.Told> tuned =
                all.stream().filter(told -> !told.isHeldOut()).toList();
        List<EventSet.Told> heldOut =
                all.stream().filter(EventSet.Told::isHeldOut).toList();
        double best = bestThreshold();
        for (List<EventSet.Told> part : List.of(tuned, heldOut, all)) {
            BCubed ours = BCubed.of(labels(part), clusters(part));
            BCubed baseline = BCubed.of(labels(part), TfIdfSinglePass.clusters(part, best));
            System.out.println(line("stories", part, ours));
            System.out.println(line("tf-idf single pass at " + best, part, baseline));
            assertTrue(ours.f1() >= 0.90, line("stories", part, ours));
            assertTrue(ours.f1() > baseline.f1(), line("baseline", part, baseline));
        }
    }

    private double bestThreshold() {
        return DoubleStream.of(0.1, 0.12, 0.15, 0.18, 0.22)
                .boxed()
                .max(Comparator.comparingDouble(
                        threshold -> BCubed.of(labels(all), TfIdfSinglePass.clusters(all, threshold))
                                .f1()))
                .orElseThrow();
    }

    private static String line(String name, List<EventSet.Told> part, BCubed score) {
        return String.format(
                Locale.ROOT,
                "%s, %d reports: B-cubed precision %.3f, recall %.3f, F1 %.3f",
                name,
                part.size(),
                score.precision(),
                score.recall(),
                score.f1());
    }

    private static Map<EventSet.Told, String> labels(List<EventSet.Told> part) {
        return part.stream().collect(Collectors.toMap(told -> told, EventSet.Told::event));
    }

    private static Map<EventSet.Told, String> clusters(List<EventSet.Told> part) {
        Stories stories = Stories.of(part.stream().map(EventSet.Told::report).toList());
        Map<EventSet.Told, String> clusters = new HashMap<>();
        for (EventSet.Told told : part) {
            Placement placement = stories.placements().get(told.report().id());
            clusters.put(
                    told,
                    placement == null || placement.story() == null
                            ? told.report().id().value()
                            : placement.story().value());
        }
        return clusters;
    }
}
