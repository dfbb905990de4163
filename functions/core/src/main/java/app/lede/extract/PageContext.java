package app.lede.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a passage can't know by itself: how the page's prose is spread over its elements, where the headline stands, and where
 * prose is near. Computed once per page in linear time.
 */
final class PageContext {

    /** Fewer words than this are a label, a name or a heading as often as a sentence. */
    private static final int PROSE_WORDS = 12;

    /** What one passage that is no prose costs the element around it, in words. */
    private static final double CLUTTER = 4;

    private final List<Passage> passages;
    private final double[] proseByParent;
    private final Map<String, Double> proseByShape = new HashMap<>();
    private final int[] wordsSinceProse;
    private final double totalProse;
    private final Frame container;
    private final int headlineAt;

    PageContext(PassageReader.Passages page, String headlineKey) {
        this.passages = page.list();
        this.proseByParent = new double[page.frameCount()];
        double[] gain = new double[page.frameCount()];
        Frame[] frames = new Frame[page.frameCount()];
        double total = 0;
        for (Passage passage : passages) {
            double prose = prose(passage);
            total += prose;
            Frame frame = passage.frame();
            Frame parent = frame.parent() == null ? frame : frame.parent();
            proseByParent[parent.id()] += prose;
            proseByShape.merge(shape(frame), prose, Double::sum);
            gain[frame.id()] += prose > 0 ? prose : -CLUTTER - passage.words() * passage.linkedShare();
            for (Frame f = frame; f != null && frames[f.id()] == null; f = f.parent()) {
                frames[f.id()] = f;
            }
        }
        this.totalProse = Math.max(1, total);
        this.container = richest(frames, gain);
        this.headlineAt = findHeadline(headlineKey);
        this.wordsSinceProse = distances();
    }

    /** Words of sentences in a passage; nothing for labels, menus and lists of links. */
    static double prose(Passage passage) {
        Frame frame = passage.frame();
        boolean chrome =
                frame.in(Region.NAV) || frame.in(Region.FOOTER) || frame.in(Region.FORM) || frame.in(Region.DIALOG);
        if (chrome || passage.isHeading() || passage.words() < PROSE_WORDS || passage.linkedShare() > 0.5) {
            return 0;
        }
        double aside = frame.in(Region.ASIDE) || frame.in(Region.HIDDEN) ? 0.2 : 1;
        return aside * passage.words() * (1 - passage.linkedShare());
    }

    /** The element whose passages together gain most: prose counts for it, clutter against it. */
    private static Frame richest(Frame[] frames, double[] gain) {
        Frame best = Frame.ROOT;
        double most = 0;
        for (int id = frames.length - 1; id > 0; id--) {
            Frame frame = frames[id];
            if (frame == null || frame.parent() == null) {
                continue;
            }
            if (gain[id] > most) {
                most = gain[id];
                best = frame;
            }
            // Clutter of an element that also has prose is not forgiven; an element of clutter alone counts at most
            // once.
            gain[frame.parent().id()] += Math.max(gain[id], -10 * CLUTTER);
        }
        return best;
    }

    private int findHeadline(String headlineKey) {
        int first = -1;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (!headlineKey.isEmpty()
                    && passage.words() < 60
                    && passage.isHeading()
                    && Words.key(passage.text()).equals(headlineKey)) {
                return i;
            }
            if (first < 0 && passage.frame().tag().equals("h1")) {
                first = i;
            }
        }
        return first;
    }

    /** For each passage, how many passages away the nearest prose of the container is. */
    private int[] distances() {
        int n = passages.size();
        int[] distance = new int[n];
        int far = 1000;
        for (int i = 0, last = -far; i < n; i++) {
            last = isBodyProse(i) ? i : last;
            distance[i] = i - last;
        }
        for (int i = n - 1, next = n + far; i >= 0; i--) {
            next = isBodyProse(i) ? i : next;
            distance[i] = Math.min(distance[i], next - i);
        }
        return distance;
    }

    private boolean isBodyProse(int i) {
        Passage passage = passages.get(i);
        return prose(passage) > 0 && passage.frame().isWithin(container);
    }

    static String shape(Frame frame) {
        Frame parent = frame.parent();
        return frame.tag() + frame.hints() + (parent == null ? "" : parent.tag() + parent.hints());
    }

    List<Passage> passages() {
        return passages;
    }

    /** The element that holds most of the page's prose with least clutter. */
    Frame container() {
        return container;
    }

    /** Index of the passage with the headline; -1 if the page shows none. */
    int headlineAt() {
        return headlineAt;
    }

    double shareOfParent(Passage passage) {
        Frame parent = passage.frame().parent();
        return proseByParent[parent == null ? 0 : parent.id()] / totalProse;
    }

    double shareOfShape(Passage passage) {
        return proseByShape.getOrDefault(shape(passage.frame()), 0.0) / totalProse;
    }

    int distanceToProse(int i) {
        return wordsSinceProse[i];
    }
}
