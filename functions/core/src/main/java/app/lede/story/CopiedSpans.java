package app.lede.story;

import app.lede.enrich.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the passages of a text that stand in another, at least {@value Shingles#WORDS} words long; case, accents and punctuation do
 * not count. Goes through the copy once and takes the longest passage at each place, so that passages do not overlap in it. Linear
 * in both texts; looks at the first {@value Shingles#MOST_TOKENS} words.
 */
public final class CopiedSpans {

    /** Places of a shingle in the source that are tried; a phrase that stands more often is none of its own. */
    private static final int MOST_PLACES = 4;

    private final String copy;
    private final String source;
    private final List<Token> copied;
    private final List<Token> sourced;
    private final List<CopiedSpan> spans = new ArrayList<>();

    private CopiedSpans(String copy, String source) {
        this.copy = copy;
        this.source = source;
        this.copied = Tokens.of(copy, Shingles.MOST_TOKENS);
        this.sourced = Tokens.of(source, Shingles.MOST_TOKENS);
    }

    /** Returns the shared passages in the order of the copy. */
    public static List<CopiedSpan> between(String copy, String source) {
        CopiedSpans found = new CopiedSpans(copy, source);
        found.find();
        return List.copyOf(found.spans);
    }

    private void find() {
        int length = Shingles.length(copied);
        Map<Long, List<Integer>> places = new HashMap<>();
        long[] hashes = Shingles.hashes(sourced, length);
        for (int i = 0; i < hashes.length; i++) {
            List<Integer> same = places.computeIfAbsent(hashes[i], hash -> new ArrayList<>());
            if (same.size() < MOST_PLACES) {
                same.add(i);
            }
        }
        long[] own = Shingles.hashes(copied, length);
        for (int at = 0; at < own.length; ) {
            int from = -1;
            int most = 0;
            for (int place : places.getOrDefault(own[at], List.of())) {
                int run = run(at, place);
                if (run > most) {
                    from = place;
                    most = run;
                }
            }
            if (most >= length) {
                add(at, from, most);
            }
            at += Math.max(1, most);
        }
    }

    private int run(int at, int place) {
        int run = 0;
        while (at + run < copied.size()
                && place + run < sourced.size()
                && copied.get(at + run).key().equals(sourced.get(place + run).key())) {
            run++;
        }
        return run;
    }

    private void add(int at, int from, int run) {
        spans.add(new CopiedSpan(
                span(copy, copied.get(at).start(), copied.get(at + run - 1).end()),
                span(
                        source,
                        sourced.get(from).start(),
                        sourced.get(from + run - 1).end())));
    }

    private static Span span(String text, int start, int end) {
        int first = text.codePointCount(0, start);
        return new Span(first, first + text.codePointCount(start, end));
    }
}
