package app.lede.saved;

import app.lede.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last path segment of a feed's address, which is all that its reader has to show: the id of the search and a random
 * secret. Only the secret's hash is kept.
 *
 * @param secret 52 characters of {@code [a-z2-7]}
 */
public record FeedToken(SearchId search, String secret) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{104}");

    /** Parses a path segment; empty if it is no token. */
    public static Optional<FeedToken> parse(String segment) {
        return FORM.matcher(segment).matches()
                ? Optional.of(new FeedToken(
                        new SearchId(segment.substring(0, SearchId.LENGTH)), segment.substring(SearchId.LENGTH)))
                : Optional.empty();
    }

    /** Returns what is kept of the secret: 64 hexadecimal digits. */
    public String hash() {
        return Digest.hex(secret);
    }

    /** Compares the secret with the one of a search, in constant time. */
    public boolean opens(SavedSearch saved) {
        return saved.id().equals(search) && MessageDigest.isEqual(ascii(hash()), ascii(saved.feedHash()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the path segment. */
    @Override
    public String toString() {
        return search + secret;
    }
}
