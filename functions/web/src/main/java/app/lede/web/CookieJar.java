package app.lede.web;

import app.lede.fetch.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Cookies of one chain of redirects (RFC 6265, as far as a gate needs it that sets a cookie and redirects to see it again).
 * They go back to the host that set them alone, and are forgotten with the chain. One thread.
 */
final class CookieJar {

    private static final int MOST = 20;
    private static final int MAX_LENGTH = 4096;

    /** By host and name. */
    private final Map<String, Map<String, Cookie>> hosts = new LinkedHashMap<>();

    private record Cookie(String value, boolean secure) {}

    /** Stores the cookies of a response; returns whether the cookies sent to the host change. */
    boolean take(WebUrl from, List<String> setCookies) {
        Optional<String> before = header(from);
        setCookies.stream().limit(MOST).forEach(field -> take(from, field));
        return !header(from).equals(before);
    }

    /** Returns the header to send to a URL; empty where its host has set nothing. */
    Optional<String> header(WebUrl to) {
        StringBuilder header = new StringBuilder();
        hosts.getOrDefault(to.host(), Map.of()).forEach((name, cookie) -> {
            boolean fits = header.length() + name.length() + cookie.value().length() + 3 <= MAX_LENGTH;
            if (fits && (!cookie.secure() || to.scheme().equals("https"))) {
                header.append(header.isEmpty() ? "" : "; ")
                        .append(name)
                        .append('=')
                        .append(cookie.value());
            }
        });
        return header.isEmpty() ? Optional.empty() : Optional.of(header.toString());
    }

    private void take(WebUrl from, String field) {
        int end = field.indexOf(';');
        String pair = (end < 0 ? field : field.substring(0, end)).strip();
        String attributes =
                end < 0 ? "" : field.substring(end).toLowerCase(Locale.ROOT).replace(" ", "");
        int equals = pair.indexOf('=');
        Map<String, Cookie> jar = hosts.computeIfAbsent(from.host(), host -> new LinkedHashMap<>());
        if (equals <= 0 || pair.length() > MAX_LENGTH || !isPlain(pair)) {
            return;
        }
        String name = pair.substring(0, equals).strip();
        if (attributes.contains(";max-age=0") || attributes.contains(";max-age=-")) {
            jar.remove(name);
        } else if (jar.containsKey(name) || jar.size() < MOST) {
            jar.put(name, new Cookie(pair.substring(equals + 1).strip(), attributes.contains(";secure")));
        }
    }

    private static boolean isPlain(String pair) {
        return pair.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
