package app.lede.backfill;

import app.lede.hash.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an archive that was asked for.
 *
 * @param id digest of its address
 * @param outcome what came of it
 * @param entries that were kept to be sent, none of them known when the page was read
 * @param content digest of the addresses of all its entries; null where it has none
 */
public record AskedPage(
        String id,
        PageOutcome outcome,
        int entries,
        @Nullable String content) {

    private static final int DIGITS = 16;

    /** Creates a page that brought no entries. */
    public static AskedPage without(String url, PageOutcome outcome) {
        return new AskedPage(id(url), outcome, 0, null);
    }

    /** Returns the digest of an address. */
    public static String id(String url) {
        return Digest.hex(url).substring(0, DIGITS);
    }

    /** Returns the digest of the addresses of a page's entries, in whatever order. */
    public static String content(List<String> addresses) {
        return id(String.join("\n", addresses.stream().sorted().toList()));
    }
}
