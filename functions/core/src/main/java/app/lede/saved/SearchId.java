package app.lede.saved;

import java.util.regex.Pattern;

/** Id of a saved search: 52 characters of {@code [a-z2-7]}, random. */
public record SearchId(String value) {

    static final int LENGTH = 52;

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    /** Throws IllegalArgumentException if the text is no id; see {@link #isValid}. */
    public SearchId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the id of a saved search: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
