package app.lede.extract;

import java.util.List;

/** Clues in where a passage stands: near prose or far, in which part of the page, between which neighbours. */
final class PlaceClues {

    private final PageContext page;

    PlaceClues(PageContext page) {
        this.page = page;
    }

    void add(int i, List<String> clues) {
        Passage passage = page.passages().get(i);
        elements(passage, clues);
        position(i, passage, clues);
        for (String word : page.section(i).split(" ", 7)) {
            if (!word.isEmpty()) {
                clues.add("under=" + word);
            }
        }
        neighbour("before2", i - 2, clues);
        neighbour("before", i - 1, clues);
        neighbour("after", i + 1, clues);
        neighbour("after2", i + 2, clues);
    }

    private void elements(Passage passage, List<String> clues) {
        FrameTotals totals = page.totals();
        Frame frame = passage.frame();
        Frame parent = FrameTotals.parent(frame);
        Frame grand = FrameTotals.parent(parent);
        clues.add("parent=" + Steps.share(totals.childProseShare(parent)));
        clues.add("shape=" + Steps.share(page.shapeShare(passage)));
        clues.add("frame:links=" + Steps.fifth(totals.linkedShare(frame)));
        clues.add("parent:links=" + Steps.fifth(totals.linkedShare(parent)));
        clues.add("grand:links=" + Steps.fifth(totals.linkedShare(grand)));
        clues.add("parent:prose=" + Steps.share(totals.proseShare(parent)));
        clues.add("grand:prose=" + Steps.share(totals.proseShare(grand)));
        clues.add("parent:words" + Steps.blockWords(totals.words(parent)));
        clues.add("article=" + article(frame));
    }

    /** How much of the page's prose the nearest article element has: neighbouring stories have articles of their own. */
    private String article(Frame frame) {
        for (Frame f = frame; f != null; f = f.parent()) {
            if (f.tag().equals("article")) {
                return Integer.toString(Steps.share(page.totals().proseShare(f)));
            }
        }
        return "none";
    }

    private void position(int i, Passage passage, List<String> clues) {
        String within = "within=" + page.isInContainer(passage);
        String distance = "distance" + Steps.distance(page.distanceToProse(i));
        String side = "side=" + page.side(i);
        clues.add(within);
        clues.add(distance);
        clues.add(within + "," + distance);
        clues.add(side);
        clues.add(side + ":" + within);
        clues.add(side + ":words" + Steps.words(passage.words()));
        clues.add(side + ":kind=" + passage.kind());
        clues.add("headline=" + headline(i));
    }

    private String headline(int i) {
        int at = page.headlineAt();
        return at < 0 ? "none" : i < at ? "later" : i == at ? "this" : "earlier";
    }

    private void neighbour(String side, int i, List<String> clues) {
        if (i < 0 || i >= page.passages().size()) {
            clues.add(side + "=none");
            return;
        }
        Passage passage = page.passages().get(i);
        clues.add(side + ":words" + Steps.words(passage.words()));
        clues.add(side + ":links=" + Steps.fifth(passage.linkedShare()));
        clues.add(side + ":kind=" + passage.kind());
    }
}
