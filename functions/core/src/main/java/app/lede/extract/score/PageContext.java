package app.lede.extract.score;

import app.lede.extract.metadata.Declared;
import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader.Passages;
import app.lede.extract.page.Prose;
import app.lede.extract.page.Shape;
import app.lede.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Page-level context of passages: the distribution of prose over elements, the positions of headline and prose, the
 * section heading above each passage, and the page's own statements about its article. Computed once per page in linear
 * time.
 */
public final class PageContext {

    private static final int MAX_HEADING_WORDS = 6;
    private static final int MAX_LABEL_WORDS = 4;
    private static final int MAX_HEADLINE_WORDS = 60;
    private static final int FAR = 1000;

    /** Words after which a paragraph ends the section of the heading above it. */
    private static final int SECTION_END_WORDS = 60;

    private final List<Passage> passages;
    private final Declared declared;
    private final Shingles claimedBody;
    private final FrameTotals totals;
    private final Frame container;
    private final Map<Shape, Double> proseByShape = new HashMap<>();
    private final int headlineAt;
    private final int[] distanceToProse;
    private final int firstProse;
    private final int lastProse;
    private final boolean[] repeated;
    private final String[] section;

    /** Creates the context; {@code claimedBody} is the article's text in structured data, or empty. */
    public PageContext(Passages page, Declared declared, String claimedBody) {
        this.passages = page.list();
        this.declared = declared;
        this.claimedBody = Shingles.of(claimedBody);
        this.totals = new FrameTotals(page);
        this.container = totals.richest();
        passages.forEach(p -> proseByShape.merge(Shape.of(p.frame()), Prose.words(p), Double::sum));
        this.headlineAt = findHeadline();
        int n = passages.size();
        this.distanceToProse = new int[n];
        int first = n;
        int last = -1;
        for (int i = 0; i < n; i++) {
            first = first == n && isBodyProse(i) ? i : first;
            last = isBodyProse(i) ? i : last;
            distanceToProse[i] = last < 0 ? FAR : i - last;
        }
        for (int i = n - 1, next = n + FAR; i >= 0; i--) {
            next = isBodyProse(i) ? i : next;
            distanceToProse[i] = Math.min(distanceToProse[i], next - i);
        }
        this.firstProse = first;
        this.lastProse = last;
        this.repeated = repetitions();
        this.section = sections();
    }

    private boolean isBodyProse(int i) {
        Passage passage = passages.get(i);
        return Prose.words(passage) > 0 && passage.frame().isWithin(container);
    }

    private int findHeadline() {
        String key = declared.headline() == null ? "" : Words.key(declared.headline());
        int first = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean candidate = passage.isHeading() && passage.words() < MAX_HEADLINE_WORDS && !key.isEmpty();
            if (candidate && passage.key().equals(key)) {
                return i;
            }
            if (first < 0 && passage.frame().tag().equals("h1")) {
                first = i;
            }
        }
        return first;
    }

    private boolean[] repetitions() {
        Set<String> seen = new HashSet<>();
        boolean[] found = new boolean[passages.size()];
        for (int i = 0; i < found.length; i++) {
            Passage passage = passages.get(i);
            found[i] = passage.words() >= MAX_LABEL_WORDS && !seen.add(passage.key());
        }
        return found;
    }

    private String[] sections() {
        String[] found = new String[passages.size()];
        String heading = "";
        for (int i = 0; i < found.length; i++) {
            Passage passage = passages.get(i);
            found[i] = heading;
            boolean label = passage.words() <= MAX_LABEL_WORDS && passage.linkedShare() == 0;
            if (passage.isHeading() || label) {
                heading = passage.words() <= MAX_HEADING_WORDS ? passage.key() : "";
            } else if (passage.words() >= SECTION_END_WORDS) {
                heading = "";
            }
        }
        return found;
    }

    public List<Passage> passages() {
        return passages;
    }

    public Declared declared() {
        return declared;
    }

    FrameTotals totals() {
        return totals;
    }

    Shingles claimedBody() {
        return claimedBody;
    }

    /** Tests whether a passage is inside the element with most prose and least clutter. */
    public boolean isInContainer(Passage passage) {
        return passage.frame().isWithin(container);
    }

    /** Returns the index of the headline's passage; -1 if it is not shown. */
    public int headlineAt() {
        return headlineAt;
    }

    /** Returns the share of the page's prose in elements of the same shape. */
    double shapeShare(Passage passage) {
        return proseByShape.getOrDefault(Shape.of(passage.frame()), 0.0) / totals.totalProse();
    }

    /** Returns the distance in passages to the nearest prose of the container. */
    int distanceToProse(int i) {
        return distanceToProse[i];
    }

    /** Returns whether a passage is before the container's first prose, after its last, or between. */
    String side(int i) {
        return i < firstProse ? "before" : i > lastProse ? "after" : "inside";
    }

    /** Tests whether the same words occurred earlier on the page. */
    boolean isRepeated(int i) {
        return repeated[i];
    }

    /** Returns the {@link Words#key} of the short heading above a passage; empty if there is none. */
    public String section(int i) {
        return section[i];
    }
}
