package app.lede.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to the API, read from its event.
 *
 * @param route method and path template, for example {@code GET /v1/articles/{id}}; {@code $default} where no route matched
 * @param method in upper case, as the client sent it
 * @param rawPath the path as the client sent it, with the base path of a custom domain in front
 * @param path decoded values of the template's variables
 * @param query decoded, every value of a repeated parameter
 * @param headers by lower-case name
 */
public record Request(
        String route,
        String method,
        String rawPath,
        Map<String, String> path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body) {

    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    /** Returns a variable of the path; the route has it, so it is there. */
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

    /** Returns the path template of the route, for example {@code /v1/articles}. */
    String template() {
        return route.substring(route.indexOf(' ') + 1);
    }

    /** Returns the API mapping of a custom domain in front of the template, for example {@code /lede}; empty without one. */
    String basePath() {
        return Routes.basePath(template(), rawPath);
    }

    /** Returns scheme and authority that the client asked, for absolute links; empty if the request does not say. */
    String origin() {
        String scheme = header("x-forwarded-proto").filter("http"::equals).orElse("https");
        return authority().map(host -> scheme + "://" + host).orElse("");
    }

    /** Returns the host that the client asked, with its port if it named one; empty if the request does not say. */
    Optional<String> authority() {
        return header("host").filter(host -> AUTHORITY.matcher(host).matches());
    }

    /** Returns the same request with another query. */
    Request asking(Map<String, List<String>> otherQuery) {
        return new Request(route, method, rawPath, path, otherQuery, headers, body);
    }

    /** Returns the same request with another body. */
    Request withBody(byte[] otherBody) {
        return new Request(route, method, rawPath, path, query, headers, otherBody);
    }

    /** Returns the same request under another route. */
    Request as(String otherRoute, Map<String, String> variables) {
        return new Request(otherRoute, method, rawPath, variables, query, headers, body);
    }
}
