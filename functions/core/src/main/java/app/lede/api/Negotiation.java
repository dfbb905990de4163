package app.lede.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses among media types by Accept (RFC 9110, 12.5.1). */
final class Negotiation {

    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)");

    private Negotiation() {}

    /**
     * Returns the offered type with the highest weight, the first of equals; the first offer if none is accepted.
     *
     * @param offered at least one type without parameters
     */
    static String preferred(String accept, List<String> offered) {
        String best = offered.getFirst();
        double weight = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            Matcher stated = WEIGHT.matcher(range);
            double given = stated.find() ? Double.parseDouble(stated.group(1)) : 1;
            Optional<String> matched = matched(range.split(";", -1)[0].strip(), offered);
            if (matched.isPresent() && given > weight) {
                best = matched.get();
                weight = given;
            }
        }
        return best;
    }

    private static Optional<String> matched(String range, List<String> offered) {
        String beginning = range.endsWith("/*") ? range.substring(0, range.length() - 1) : range;
        return offered.stream()
                .filter(type ->
                        range.equals("*/*") || (range.endsWith("/*") ? type.startsWith(beginning) : type.equals(range)))
                .findFirst();
    }
}
