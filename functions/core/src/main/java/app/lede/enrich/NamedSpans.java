package app.lede.enrich;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the places of names, by name, in UTF-16 positions, and turns them into mentions in code points. */
final class NamedSpans {

    private record Place(int start, int end) {}

    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final int most;

    /** Creates a collection of so many names at most; further ones are left out. */
    NamedSpans(int most) {
        this.most = most;
    }

    boolean contains(String name) {
        return places.containsKey(name);
    }

    List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** Adds a place behind the places that the name has. */
    void add(String name, int start, int end) {
        if (places.size() < most || places.containsKey(name)) {
            places.computeIfAbsent(name, first -> new ArrayList<>()).add(new Place(start, end));
        }
    }

    /** Returns a mention of each name, without identifier. Places ascend. */
    List<Mention> mentions(String text, String type) {
        List<Mention> mentions = new ArrayList<>();
        places.forEach((name, found) -> {
            List<Span> spans = new ArrayList<>();
            int at = 0;
            int codePoints = 0;
            for (Place place : found) {
                int start = codePoints + text.codePointCount(at, place.start());
                codePoints = start + text.codePointCount(place.start(), place.end());
                at = place.end();
                spans.add(new Span(start, codePoints));
            }
            mentions.add(new Mention(type, name, "", spans));
        });
        return mentions;
    }
}
