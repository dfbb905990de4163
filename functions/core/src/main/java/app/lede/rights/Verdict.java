package app.lede.rights;

import java.util.Locale;

/** The publisher's word on one use. In ascending order of restriction, so that the greatest of several applies. */
public enum Verdict {
    /** No statement on the use. */
    UNKNOWN,
    ALLOWED,
    /** Allowed for a price or with a licence token, neither of which is ever obtained. */
    PRICED,
    DENIED;

    /** Returns the more restrictive of two verdicts. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Spells it as in the API: {@code unknown}, {@code allowed}, {@code priced}, {@code denied}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label; anything else is an IllegalArgumentException. */
    public static Verdict ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
