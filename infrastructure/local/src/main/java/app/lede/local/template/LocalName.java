package app.lede.local.template;

import java.util.Locale;

/**
 * Derives local names from logical ids: {@code DocumentsBucket} becomes bucket {@code documents}, {@code PollQueue}
 * becomes queue {@code poll-queue}.
 */
final class LocalName {
    private LocalName() {}

    /** Returns the id in lower case with hyphens, without the type suffix. */
    static String of(String id, String suffix) {
        boolean says = id.endsWith(suffix) && id.length() > suffix.length();
        return hyphenated(says ? id.substring(0, id.length() - suffix.length()) : id);
    }

    static String hyphenated(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
