package app.lede.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Widens hunks to the whole of every range that they meet on either side. Between two hunks both sides are equal token by
 * token, so both grow by the same number of tokens; a hunk that reaches beyond its neighbour joins it. Not thread safe.
 */
final class Widening {

    private final List<Hunk> hunks;
    private int at;

    private Widening(List<Hunk> hunks) {
        this.hunks = new ArrayList<>(hunks);
    }

    static List<Hunk> over(List<Hunk> hunks, List<Range> ranges, List<Range> newRanges) {
        Widening widening = new Widening(hunks);
        for (widening.at = 0; widening.at < widening.hunks.size(); widening.at++) {
            widening.settle(ranges, newRanges);
        }
        return widening.hunks;
    }

    /** Widens the present hunk until it meets nothing more. */
    private void settle(List<Range> ranges, List<Range> newRanges) {
        Hunk was;
        do {
            was = hunk();
            for (Range range : ranges) {
                if (range.meets(hunk().from(), hunk().to())) {
                    while (hunk().from() > range.from()) {
                        left(hunk().from() - range.from());
                    }
                    while (hunk().to() < range.to()) {
                        right(range.to() - hunk().to());
                    }
                }
            }
            for (Range range : newRanges) {
                if (range.meets(hunk().newFrom(), hunk().newTo())) {
                    while (hunk().newFrom() > range.from()) {
                        left(hunk().newFrom() - range.from());
                    }
                    while (hunk().newTo() < range.to()) {
                        right(range.to() - hunk().newTo());
                    }
                }
            }
        } while (!was.equals(hunk()));
    }

    private Hunk hunk() {
        return hunks.get(at);
    }

    /** Takes in tokens on the left, or the neighbour where they reach into it. */
    private void left(int tokens) {
        Hunk hunk = hunk();
        if (at > 0 && hunk.from() - tokens < hunks.get(at - 1).to()) {
            hunks.set(at - 1, hunks.get(at - 1).join(hunk));
            hunks.remove(at--);
        } else {
            hunks.set(at, new Hunk(hunk.from() - tokens, hunk.to(), hunk.newFrom() - tokens, hunk.newTo()));
        }
    }

    /** Takes in tokens on the right, or the neighbour where they reach into it. */
    private void right(int tokens) {
        Hunk hunk = hunk();
        if (at + 1 < hunks.size() && hunk.to() + tokens > hunks.get(at + 1).from()) {
            hunks.set(at, hunk.join(hunks.remove(at + 1)));
        } else {
            hunks.set(at, new Hunk(hunk.from(), hunk.to() + tokens, hunk.newFrom(), hunk.newTo() + tokens));
        }
    }
}
