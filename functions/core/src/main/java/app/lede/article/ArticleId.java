package app.lede.article;

import app.lede.hash.Digest;
import java.util.regex.Pattern;

/**
 * Identifies an article by the hash of its canonical URL, or of the document's bytes if it has no URL (a hash of the
 * parsed text would change with the parser).
 *
 * @param value 52 characters of {@code [a-z2-7]}
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    /** Rejects an invalid value with IllegalArgumentException; check external input with {@link #isValid}. */
    public ArticleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an article id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static ArticleId ofUrl(String canonicalUrl) {
        return new ArticleId(Digest.base32(canonicalUrl));
    }

    public static ArticleId ofBytes(byte[] document) {
        return new ArticleId(Digest.base32(document));
    }

    /** Returns the hash as 64 hexadecimal digits, as it stands in the keys of pages fetched at the article's own URL. */
    public String sha256() {
        return Digest.hexOfBase32(value);
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
