package app.lede.local.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Detects requests that a web page sends through a browser to local ports: those with a foreign Host, as after DNS
 * rebinding, or a foreign Origin.
 */
public final class LocalCaller {
    private static final String NAMES = "(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile("(?i)" + NAMES);
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://" + NAMES);
    private static final int LONGEST_SHOWN = 100;

    private LocalCaller() {}

    /**
     * Returns why a request is refused, if it is. Browsers always send the header Host, so a request without one, as HTTP/1.0
     * allows, is of a program.
     *
     * @param host the header Host, null where there is none
     * @param origin the header Origin, null where there is none, as from programs
     */
    public static Optional<String> refusal(@Nullable String host, @Nullable String origin) {
        if (host != null && !HOST.matcher(host).matches()) {
            return Optional.of("This port answers requests to localhost only, not to " + shown(host));
        }
        if (origin != null && !ORIGIN.matcher(origin).matches()) {
            return Optional.of("This port answers no pages of other sites, such as " + shown(origin));
        }
        return Optional.empty();
    }

    /** Returns a printable, short form for the response. */
    private static String shown(String header) {
        if (header.isEmpty()) {
            return "no host";
        }
        String printable = header.replaceAll("[^!#-\\[\\]-~]", "?");
        return printable.length() > LONGEST_SHOWN ? printable.substring(0, LONGEST_SHOWN) + "..." : printable;
    }
}
