package app.lede.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the routes see it.
 *
 * @param route method and path template, for example {@code GET /v1/articles/{id}}
 * @param path decoded values of the template's variables
 * @param query decoded, every value of a repeated parameter
 * @param headers by lower-case name
 */
public record Request(
        String route,
        Map<String, String> path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body) {

    /** A variable of the path; the route has it, so it is there. */
    public String variable(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("route " + route + " has no variable " + name);
        }
        return value;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
