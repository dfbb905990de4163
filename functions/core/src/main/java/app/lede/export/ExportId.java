package app.lede.export;

import java.util.regex.Pattern;

/** Id of an export: 52 characters of {@code [a-z2-7]}, random. */
public record ExportId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    /** Throws IllegalArgumentException if the text is no id; see {@link #isValid}. */
    public ExportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the id of an export: " + value);
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
