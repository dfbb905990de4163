package app.lede.extract.score;

import app.lede.extract.page.Frame;
import app.lede.extract.page.FrameTotals;
import app.lede.extract.page.Passage;

/** Features of a passage's position: distance from prose, part of the page, neighbours. */
final class PositionFeatures {

    private final PageContext page;

    PositionFeatures(PageContext page) {
        this.page = page;
    }

    void add(int i, FeatureSink features) {
        Passage passage = page.passages().get(i);
        elements(passage, features);
        position(i, passage, features);
        for (String word : page.section(i).split(" ", 7)) {
            if (!word.isEmpty()) {
                features.add("under=", word);
            }
        }
        neighbour("before2", i - 2, features);
        neighbour("before", i - 1, features);
        neighbour("after", i + 1, features);
        neighbour("after2", i + 2, features);
    }

    private void elements(Passage passage, FeatureSink features) {
        FrameTotals totals = page.totals();
        Frame frame = passage.frame();
        Frame parent = FrameTotals.parent(frame);
        Frame grand = FrameTotals.parent(parent);
        features.add("parent=", Buckets.share(totals.childProseShare(parent)));
        features.add("shape=", Buckets.share(page.shapeShare(passage)));
        features.add("frame:links=", Buckets.fifth(totals.linkedShare(frame)));
        features.add("parent:links=", Buckets.fifth(totals.linkedShare(parent)));
        features.add("grand:links=", Buckets.fifth(totals.linkedShare(grand)));
        features.add("parent:prose=", Buckets.share(totals.proseShare(parent)));
        features.add("grand:prose=", Buckets.share(totals.proseShare(grand)));
        features.add("parent:words", Buckets.blockWords(totals.words(parent)));
        features.add("article=", article(frame));
    }

    /** Returns the share of the page's prose in the nearest article element; neighbouring stories have their own. */
    private String article(Frame frame) {
        for (Frame f = frame; f != null; f = f.parent()) {
            if (f.tag().equals("article")) {
                return Buckets.share(page.totals().proseShare(f));
            }
        }
        return "none";
    }

    private void position(int i, Passage passage, FeatureSink features) {
        String within = Boolean.toString(page.isInContainer(passage));
        String distance = Buckets.distance(page.distanceToProse(i));
        String side = page.side(i);
        features.add("within=", within);
        features.add("distance", distance);
        features.add("within=", within, ",distance", distance);
        features.add("side=", side);
        features.add("side=", side, ":within=", within);
        features.add("side=", side, ":words", Buckets.words(passage.words()));
        features.add("side=", side, ":kind=", passage.kind().name());
        features.add("headline=", headline(i));
    }

    private String headline(int i) {
        int at = page.headlineAt();
        return at < 0 ? "none" : i < at ? "later" : i == at ? "this" : "earlier";
    }

    private void neighbour(String side, int i, FeatureSink features) {
        if (i < 0 || i >= page.passages().size()) {
            features.add(side, "=none");
            return;
        }
        Passage passage = page.passages().get(i);
        features.add(side, ":words", Buckets.words(passage.words()));
        features.add(side, ":links=", Buckets.fifth(passage.linkedShare()));
        features.add(side, ":kind=", passage.kind().name());
    }
}
