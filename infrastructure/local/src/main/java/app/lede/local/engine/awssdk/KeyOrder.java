package app.lede.local.engine.awssdk;

import java.util.Comparator;

/** Orders keys as S3 lists them: by their bytes in UTF-8. */
enum KeyOrder implements Comparator<String> {
    UTF_8;

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Ranks surrogates above all other characters, as the code points they encode. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x1_0000 : unit;
    }
}
