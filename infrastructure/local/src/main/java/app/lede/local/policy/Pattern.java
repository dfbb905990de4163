package app.lede.local.policy;

import java.util.Locale;

/** Matches the patterns of IAM: {@code *} stands for any characters, {@code ?} for one. */
final class Pattern {
    private static final int ARN_PARTS = 6;

    private Pattern() {}

    /** Tests a text against a pattern; case counts. Takes time proportional to the product of their lengths at most. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int tried = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++tried;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Tests an action such as {@code s3:GetObject}; case does not count. */
    static boolean matchesAction(String pattern, String action) {
        return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    /** Tests an ARN part by part, as ArnLike does: no wildcard reaches over a colon but in the last of the six parts. */
    static boolean matchesArn(String pattern, String arn) {
        if (!pattern.startsWith("arn:") || !arn.startsWith("arn:")) {
            return matches(pattern, arn);
        }
        String[] patterns = pattern.split(":", ARN_PARTS);
        String[] parts = arn.split(":", ARN_PARTS);
        if (patterns.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!matches(patterns[i], parts[i])) {
                return false;
            }
        }
        return true;
    }
}
