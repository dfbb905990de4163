package app.lede.lucene;

import app.lede.article.ArticleId;
import org.apache.lucene.util.BytesRef;

/** Packs an article's id into 33 bytes instead of 52 characters. */
final class IdBytes {

    private static final int CHARACTERS = 52;
    private static final int BYTES = 33;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private IdBytes() {}

    static BytesRef of(ArticleId id) {
        byte[] bytes = new byte[BYTES];
        int bits = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            char c = id.value().charAt(i);
            bits = (bits << 5 | (c <= '7' ? c - '2' + 26 : c - 'a')) & 0xFFFF;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[next++] = (byte) (bits >> held);
            }
        }
        bytes[next] = (byte) (bits << (8 - held));
        return new BytesRef(bytes);
    }

    static ArticleId read(BytesRef bytes) {
        StringBuilder id = new StringBuilder(CHARACTERS);
        int bits = 0;
        int held = 0;
        int next = bytes.offset;
        for (int i = 0; i < CHARACTERS; i++) {
            if (held < 5) {
                bits = (bits << 8 | (bytes.bytes[next++] & 0xFF)) & 0xFFFF;
                held += 8;
            }
            held -= 5;
            id.append(DIGITS.charAt(bits >> held & 31));
        }
        return new ArticleId(id.toString());
    }
}
