package app.lede.extract.page;

import app.lede.extract.page.PassageReader.Passages;
import org.jspecify.annotations.Nullable;

/** Word counts per element, descendants included: all words, linked words and words of prose. */
public final class FrameTotals {

    /** Penalty of a passage without prose for its element, in words of prose. */
    private static final double CLUTTER = 4;

    /** Maximum penalty an element passes to its parent, so that a long menu does not outweigh an article. */
    private static final double MAX_CLUTTER = 10 * CLUTTER;

    private final @Nullable Frame[] frames;
    private final double[] words;
    private final double[] linked;
    private final double[] prose;
    private final double[] directProse;
    private final double[] gain;
    private final int[] passages;

    public FrameTotals(Passages page) {
        int n = page.frameCount();
        frames = new Frame[n];
        words = new double[n];
        linked = new double[n];
        prose = new double[n];
        directProse = new double[n];
        gain = new double[n];
        passages = new int[n];
        page.list().forEach(this::add);
        for (int id = n - 1; id > 0; id--) {
            Frame frame = frames[id];
            if (frame != null && frame.parent() != null) {
                addToParent(id, frame.parent().id());
            }
        }
    }

    private void add(Passage passage) {
        Frame frame = passage.frame();
        for (Frame f = frame; f != null && frames[f.id()] == null; f = f.parent()) {
            frames[f.id()] = f;
        }
        double proseWords = Prose.words(passage);
        passages[frame.id()]++;
        words[frame.id()] += passage.words();
        linked[frame.id()] += passage.words() * passage.linkedShare();
        prose[frame.id()] += proseWords;
        directProse[parent(frame).id()] += proseWords;
        gain[frame.id()] += proseWords > 0 ? proseWords : -CLUTTER - passage.words() * passage.linkedShare();
    }

    private void addToParent(int id, int parent) {
        passages[parent] += passages[id];
        words[parent] += words[id];
        linked[parent] += linked[id];
        prose[parent] += prose[id];
        gain[parent] += Math.max(gain[id], -MAX_CLUTTER);
    }

    /** Returns the element with the highest total: prose adds, clutter subtracts. */
    public Frame richest() {
        Frame best = Frame.ROOT;
        double most = 0;
        for (int id = frames.length - 1; id > 0; id--) {
            Frame frame = frames[id];
            if (frame != null && gain[id] > most) {
                most = gain[id];
                best = frame;
            }
        }
        return best;
    }

    public static Frame parent(Frame frame) {
        Frame parent = frame.parent();
        return parent == null ? frame : parent;
    }

    /** Returns the words of prose on the page, at least 1. */
    public double totalProse() {
        return Math.max(1, prose[0]);
    }

    /** Returns the share of the page's prose inside an element. */
    public double proseShare(Frame frame) {
        return prose[frame.id()] / totalProse();
    }

    /** Returns the share of the page's prose in direct children of an element. */
    public double childProseShare(Frame frame) {
        return directProse[frame.id()] / totalProse();
    }

    /** Returns the share of the page's passages inside an element. */
    public double passageShare(Frame frame) {
        return (double) passages[frame.id()] / Math.max(1, passages[0]);
    }

    public double words(Frame frame) {
        return words[frame.id()];
    }

    /** Returns the share of an element's words inside links. */
    public double linkedShare(Frame frame) {
        return linked[frame.id()] / Math.max(1, words[frame.id()]);
    }
}
