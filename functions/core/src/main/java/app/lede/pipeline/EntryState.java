package app.lede.pipeline;

import app.lede.hash.Digest;
import app.lede.source.SourceId;

/**
 * The state in which a feed named a page, as the ledger keeps it. One feed speaks for a page: the first of the page's own site, or
 * else the first of all. Otherwise two feeds that describe a page in different words would have it fetched at every poll.
 *
 * @param own whether the feed is of the page's site
 * @param source digest of the source's id, in hex
 * @param words digest of the entry's title, date and content, in hex
 */
record EntryState(boolean own, String source, String words) {

    private static final int SOURCE = 12;
    private static final int WORDS = 32;

    static EntryState of(SourceId source, boolean own, String words) {
        return new EntryState(
                own,
                Digest.hex(source.value()).substring(0, SOURCE),
                Digest.hex(words).substring(0, WORDS));
    }

    /** Tests whether the page must be fetched again, the state kept so far being another. */
    boolean replaces(String kept) {
        boolean ofOwn = kept.startsWith("+");
        boolean same = kept.startsWith(source, 1);
        return same ? !kept.equals(encoded()) : own && !ofOwn;
    }

    String encoded() {
        return (own ? "+" : "-") + source + words;
    }
}
