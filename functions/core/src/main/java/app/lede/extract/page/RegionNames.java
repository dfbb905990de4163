package app.lede.extract.page;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.Arrays;
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

    /** Number of hashes of two characters, a power of two. */
    private static final int PAIRS = 4096;

    private static final Part[] NONE = {};

    private final Map<String, Integer> whole = new HashMap<>();

    /** The parts by their first two characters: few places of a name begin with those of any part. */
    private final Part[][] parts = new Part[PAIRS][];

    private RegionNames() {
        Arrays.fill(parts, NONE);
    }

    /** A part of a name: prefix, suffix or any substring. */
    private record Part(String text, boolean beginning, boolean end, int mask) {

        /** Tests whether a name has the part at an index. */
        boolean isAt(int index, String name) {
            return name.startsWith(text, index)
                    && (!beginning || index == 0)
                    && (!end || index + text.length() == name.length());
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
                names.add(new Part(text, !end, !beginning, mask));
            } else {
                names.whole.merge(text, mask, (a, b) -> a | b);
            }
        }
        return names;
    }

    private void add(Part part) {
        int pair = pair(part.text(), 0);
        Part[] before = parts[pair];
        parts[pair] = Arrays.copyOf(before, before.length + 1);
        parts[pair][before.length] = part;
    }

    private static int pair(String name, int index) {
        return ((name.charAt(index) << 6) ^ name.charAt(index + 1)) & (PAIRS - 1);
    }

    /** Caches the names of one page; not thread safe. */
    final class OfPage {

        private final Map<String, Integer> known = new HashMap<>();

        /** Regions by whole class attribute, since the elements of a list share theirs. */
        private final Map<String, Integer> lists = new HashMap<>();

        private OfPage() {}

        /** Returns the regions named by an element's id and classes; none for the page's body. */
        int regions(Element element) {
            if (element.attributesSize() == 0 || element.normalName().equals("body")) {
                return 0;
            }
            String classes = element.className();
            int regions = regions(element.id());
            regions |= classes.isEmpty() ? 0 : lists.computeIfAbsent(classes, this::ofList);
            boolean seenOnceMore = classes.contains("not-sr-only") || classes.contains("focusable");
            return seenOnceMore ? regions & ~Region.UNSEEN.mask() : regions;
        }

        private int ofList(String classes) {
            int regions = 0;
            int names = 0;
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
            return regions;
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
        for (int i = 0; i + 1 < key.length(); i++) {
            for (Part part : parts[pair(key, i)]) {
                regions |= part.isAt(i, key) ? part.mask() : 0;
            }
        }
        return regions;
    }
}
