package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.ArticleId;

/**
 * Place of a hit in the order of a search, for {@link Hit#key()}.
 *
 * @param value what the order compares: a time in milliseconds since 1970, or the bits of a score
 */
public record Position(long value, ArticleId id) {

    /** Characters of an id that {@link #tie} holds; 60 bits of a hash, which no two articles share. */
    private static final int TIE = 12;

    public Position {
        requireNonNull(id, "id");
    }

    /** Spells it as {@code value#id}. */
    public String encoded() {
        return value + "#" + id;
    }

    /** Reads the encoded form; anything else is an IllegalArgumentException. */
    public static Position decoded(String encoded) {
        int hash = encoded.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("not a position: " + encoded);
        }
        return new Position(Long.parseLong(encoded.substring(0, hash)), new ArticleId(encoded.substring(hash + 1)));
    }

    /** Returns a number that orders articles as their ids do. */
    public static long tie(ArticleId id) {
        long tie = 0;
        for (int i = 0; i < TIE; i++) {
            char c = id.value().charAt(i);
            tie = tie << 5 | (c <= '7' ? c - '2' : c - 'a' + 6);
        }
        return tie;
    }
}
