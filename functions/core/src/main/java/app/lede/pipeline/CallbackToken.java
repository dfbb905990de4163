package app.lede.pipeline;

import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.websub.Subscription;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last path segment of a callback: it identifies the source; its second half is a secret shared with the hub.
 *
 * @param key 52 characters of {@code [a-z2-7]}, 256 random bits
 */
record CallbackToken(SourceId sourceId, String key) {

    private static final int HALF = 52;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{104}");

    /** Parses a path segment; empty if it is not a token. */
    static Optional<CallbackToken> parse(String segment) {
        return FORM.matcher(segment).matches()
                ? Optional.of(new CallbackToken(new SourceId(segment.substring(0, HALF)), segment.substring(HALF)))
                : Optional.empty();
    }

    /** Returns the source's subscription if the token matches, in constant time. */
    Optional<Subscription> opened(Source source) {
        return Optional.ofNullable(source.push().subscription())
                .filter(subscription -> MessageDigest.isEqual(ascii(key), ascii(subscription.key())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return sourceId + key;
    }
}
