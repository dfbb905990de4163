package app.lede.fetch;

import app.lede.rights.Evidence;
import app.lede.rights.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A publisher's signals on use of the text, from response headers and meta elements.
 *
 * @param robotsTags directives of X-Robots-Tag and {@code <meta name=robots>} addressed to all robots or this one,
 *     lower case, in order, such as {@code noarchive} or {@code noai}; at most {@value #MAX_TAGS}
 * @param tdmReservation TDM-Reservation as it stands, the W3C community group's opt-out from text and data mining: {@code 1}
 *     reserves, {@code 0} does not, anything else is not understood and kept; empty if not stated
 * @param tdmPolicy URL of the licence offered if rights are reserved
 */
public record UsageSignals(List<String> robotsTags, Optional<String> tdmReservation, Optional<String> tdmPolicy) {

    /** No signals. */
    public static final UsageSignals NONE = new UsageSignals(List.of(), Optional.empty(), Optional.empty());

    private static final String RESERVATION = "tdm-reservation=";
    private static final String RESERVED = "1";
    private static final Pattern SEPARATORS = Pattern.compile("[,;=\\s\\p{Cc}]+");
    private static final String POLICY = "tdm-policy=";
    private static final int MAX_META = 200;
    private static final int MAX_TAGS = 16;
    private static final int MAX_TAG = 64;
    private static final int MAX_URL = 2048;
    private static final String OUR_NAME = "lede";

    /** Directives with a value after a colon; any other word before a colon names a robot. */
    private static final Set<String> WITH_VALUE =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    public UsageSignals {
        robotsTags = List.copyOf(robotsTags);
    }

    /** Directives that state the default, found on every second page; dropped. */
    private static final Pattern ALLOWING =
            Pattern.compile("all|index|follow|archive|snippet|noodp|noydir|max-image-preview:"
                    + " ?(?:large|standard)|max-(?:snippet|video-preview): ?-1");

    /** Returns one line for the record, for example {@code noai, tdm-reservation=1}; empty without signals. */
    public Optional<String> label() {
        Stream<String> tdm = Stream.concat(
                tdmReservation.map(RESERVATION::concat).stream(), tdmPolicy.map(url -> POLICY + url).stream());
        String line = Stream.concat(asking(), tdm).collect(Collectors.joining(", "));
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private Stream<String> asking() {
        return robotsTags.stream().filter(tag -> !ALLOWING.matcher(tag).matches());
    }

    /** Returns these signals as evidence from one place; none where there are none. */
    public List<Evidence> evidence(String where, Instant at) {
        List<Evidence> evidence = new ArrayList<>();
        String asking = asking().collect(Collectors.joining(", "));
        if (!asking.isEmpty()) {
            evidence.add(new Evidence(Signal.ROBOTS, where, asking, at));
        }
        tdmReservation.ifPresent(reservation -> evidence.add(new Evidence(
                Signal.TDMREP,
                where,
                reservation + tdmPolicy.map(url -> "; policy=" + url).orElse(""),
                at)));
        return evidence;
    }

    /** Parses a line written by {@link #label}. */
    public static UsageSignals ofLabel(String label) {
        int policy = label.indexOf(POLICY);
        String before = policy < 0 ? label : label.substring(0, policy);
        List<String> tags = HttpHeaders.elementsOf(before)
                .filter(tag -> !tag.startsWith(RESERVATION))
                .toList();
        return new UsageSignals(
                tags,
                HttpHeaders.elementsOf(before)
                        .filter(tag -> tag.startsWith(RESERVATION))
                        .findFirst()
                        .flatMap(tag -> reservation(tag.substring(RESERVATION.length()))),
                policy < 0 ? Optional.empty() : Optional.of(label.substring(policy + POLICY.length())));
    }

    /** Reads the signals in a page's meta elements. */
    public static UsageSignals of(Document page) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Element meta :
                page.select("meta[name][content]").stream().limit(MAX_META).toList()) {
            String content = meta.attr("content").strip();
            switch (meta.attr("name").strip().toLowerCase(Locale.ROOT)) {
                case "robots", OUR_NAME -> fields.add(Map.entry("X-Robots-Tag", content));
                case "tdm-reservation" -> fields.add(Map.entry("TDM-Reservation", content));
                case "tdm-policy" -> fields.add(Map.entry("TDM-Policy", content));
                default -> {}
            }
        }
        return of(new HttpHeaders(fields));
    }

    /** Combines two sets of signals: rights reserved by either are reserved. */
    public UsageSignals and(UsageSignals other) {
        Optional<String> reservation = other.tdmReservation
                .filter(RESERVED::equals)
                .or(() -> tdmReservation)
                .or(() -> other.tdmReservation);
        return new UsageSignals(
                Stream.concat(robotsTags.stream(), other.robotsTags.stream())
                        .distinct()
                        .limit(MAX_TAGS)
                        .toList(),
                reservation,
                tdmPolicy.or(() -> other.tdmPolicy));
    }

    static UsageSignals of(HttpHeaders headers) {
        List<String> tags = headers.all("X-Robots-Tag").stream()
                .flatMap(value -> forUs(value.toLowerCase(Locale.ROOT)).stream())
                .distinct()
                .limit(MAX_TAGS)
                .toList();
        return new UsageSignals(
                tags,
                headers.first("TDM-Reservation").flatMap(UsageSignals::reservation),
                headers.first("TDM-Policy")
                        .map(String::strip)
                        .filter(url -> !url.isEmpty() && url.length() <= MAX_URL));
    }

    /**
     * Returns the directives of one field that apply to us; a robot's name before a colon applies to the rest of the
     * field.
     */
    private static List<String> forUs(String value) {
        int colon = value.indexOf(':');
        String first = colon < 0 ? "" : value.substring(0, colon).strip();
        boolean named = colon >= 0 && first.indexOf(',') < 0 && !WITH_VALUE.contains(first);
        if (named && !first.equals(OUR_NAME) && !first.equals("*")) {
            return List.of();
        }
        return HttpHeaders.elementsOf(named ? value.substring(colon + 1) : value)
                .filter(tag -> tag.length() <= MAX_TAG)
                .toList();
    }

    /** Returns a reservation without the signs that separate statements in a line and in evidence. */
    private static Optional<String> reservation(String value) {
        String text = SEPARATORS.matcher(value).replaceAll(" ").strip();
        return text.isEmpty() || text.length() > MAX_TAG ? Optional.empty() : Optional.of(text);
    }
}
