package app.lede.extract.page;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Class and id names by which sites mark boilerplate, side matter and hidden text ({@code regions.tsv}). A single word
 * of a name ("comments" in {@code no-comments}) is weak evidence.
 *
 * <p>Thread safe.
 */
final class RegionNames {

    /** Maximum number of names examined; the first ones identify an element, generated lists can be long. */
    private static final int MAX_NAMES = 12;

    /** Matches names that describe the presence or absence of a part of an element. */
    private static final Pattern STATE = Pattern.compile("(?:has|no|not|with|without|hide|show)[-_]");

    private final Map<String, Integer> whole = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private RegionNames() {}

    /** A part of a name: prefix, suffix or any substring. */
    private record Part(String text, boolean beginning, boolean end, int mask) {

        boolean isOf(String name) {
            return beginning ? name.startsWith(text) : end ? name.endsWith(text) : name.contains(text);
        }
    }

    static RegionNames load() {
        RegionNames names = new RegionNames();
        for (String line : Table.lines(RegionNames.class, "regions.tsv")) {
            List<String> columns = Table.columns(line);
            int mask = Region.valueOf(columns.getFirst()).mask();
            String name = columns.getLast();
            boolean end = name.startsWith("*");
            boolean beginning = name.endsWith("*");
            String text = name.substring(end ? 1 : 0, name.length() - (beginning ? 1 : 0));
            if (end || beginning) {
                names.parts.add(new Part(text, !end, !beginning, mask));
            } else {
                names.whole.merge(text, mask, (a, b) -> a | b);
            }
        }
        return names;
    }

    /** Caches the names of one page; not thread safe. */
    final class OfPage {

        private final Map<String, Integer> known = new HashMap<>();

        private OfPage() {}

        /** Returns the regions named by an element's id and classes; none for the page's body. */
        int regions(Element element) {
            if (element.attributesSize() == 0 || element.normalName().equals("body")) {
                return 0;
            }
            int regions = regions(element.id());
            int names = 0;
            String classes = element.className();
            for (int start = 0, end; start < classes.length() && names < MAX_NAMES; start = end + 1) {
                end = start;
                while (end < classes.length() && classes.charAt(end) > ' ') {
                    end++;
                }
                if (end > start) {
                    regions |= regions(classes.substring(start, end));
                    names++;
                }
            }
            boolean seenOnceMore = classes.contains("not-sr-only") || classes.contains("focusable");
            return seenOnceMore ? regions & ~Region.UNSEEN.mask() : regions;
        }

        private int regions(String name) {
            return name.isEmpty() ? 0 : known.computeIfAbsent(name, RegionNames.this::read);
        }
    }

    OfPage ofPage() {
        return new OfPage();
    }

    private int read(String name) {
        String key = LowerCase.of(name);
        if (STATE.matcher(key).lookingAt()) {
            return 0;
        }
        int regions = whole.getOrDefault(key, 0);
        for (Part part : parts) {
            regions |= part.isOf(key) ? part.mask() : 0;
        }
        return regions;
    }
}
