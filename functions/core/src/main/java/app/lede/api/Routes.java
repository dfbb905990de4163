package app.lede.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The routes of the API, and the responses to unmatched requests: HEAD where GET is known, 405 with {@code Allow} for
 * other methods of a known path (RFC 9110, 9.3.2 and 15.5.6), 404 for the rest. Thread safe.
 */
public final class Routes {

    /** The route key of API Gateway for requests that match no other route. */
    public static final String DEFAULT = "$default";

    /** The route key of HEAD of a feed, which carries no credentials, as GET does not. */
    public static final String HEAD_OF_FEED = "HEAD /v1/feeds/{token}";

    /** The route key of preflight requests (Fetch standard, CORS), which carry no credentials. */
    public static final String PREFLIGHT = "OPTIONS /{proxy+}";

    /** The routes that only read, answered by {@link ReadingApi}. */
    public static final List<String> READING = List.of(
            "GET /v1/articles",
            "GET /v1/articles/{id}",
            "GET /v1/articles/{id}/text",
            "GET /v1/articles/{id}/mentions",
            "GET /v1/articles/{id}/revisions",
            "GET /v1/articles/{id}/rights",
            "GET /v1/articles/{id}/copies",
            "GET /v1/stories",
            "GET /v1/stories/{id}",
            "GET /v1/counts",
            "GET /v1/sources",
            "GET /v1/sources/{id}",
            "GET /v1/sources/{id}/backfill",
            "GET /v1/sources.opml",
            "GET /v1/documents",
            "GET /v1/documents/{id}",
            "GET /v1/searches",
            "GET /v1/searches/{id}",
            "GET /v1/searches/{id}/dry-run",
            "GET /v1/feeds/{token}",
            "GET /v1/exports",
            "GET /v1/exports/{id}",
            "GET /v1/reprocessings",
            "GET /v1/costs",
            "POST /v1/verify",
            "POST /mcp",
            "GET /v1/health",
            "GET /.well-known/http-message-signatures-directory",
            "GET /openapi.json",
            "GET /",
            "GET /page/{version}/{file}");

    /** The routes that change something, answered by {@link WritingApi}. */
    public static final List<String> WRITING = List.of(
            "POST /v1/sources",
            "PATCH /v1/sources/{id}",
            "DELETE /v1/sources/{id}",
            "POST /v1/sources/{id}/poll",
            "POST /v1/sources/{id}/backfill",
            "DELETE /v1/sources/{id}/backfill",
            "POST /v1/sources/opml",
            "POST /v1/documents",
            "DELETE /v1/documents/{id}",
            "POST /v1/searches",
            "POST /v1/searches/{id}/test",
            "DELETE /v1/searches/{id}",
            "POST /v1/exports",
            "DELETE /v1/exports/{id}",
            "DELETE /v1/articles/{id}");

    /** The callback of WebSub hubs, answered by {@link PushRoutes}. */
    public static final List<String> HUBS = List.of("GET /v1/websub/{token}", "POST /v1/websub/{token}");

    /** The path of the page. Below a custom domain's base path, no other path is taken for it for ending in a slash. */
    private static final String ROOT = "/";

    private Routes() {}

    /** A known path template and the decoded values of its variables. */
    private record Match(String template, Map<String, String> variables) {}

    /** Returns the same request under the GET route of its path where it is a HEAD; empty where there is none. */
    static Optional<Request> head(Request request) {
        return request.method().equals("HEAD")
                ? match(request.rawPath())
                        .filter(match -> READING.contains("GET " + match.template()))
                        .map(match -> request.as("GET " + match.template(), match.variables()))
                : Optional.empty();
    }

    /**
     * Returns 405 to a request that API Gateway gave to a route with a variable though the path is another one's, such as
     * GET of {@code /v1/sources/opml}; empty for all others.
     */
    static Optional<Answer> misrouted(Request request) {
        return request.template().endsWith("}")
                ? match(request.rawPath())
                        .filter(match -> !match.template().equals(request.template()))
                        .map(match -> unmatched(request))
                : Optional.empty();
    }

    /**
     * Returns the answer to a request that no route takes. A path that ends like one of ours, and whose method would do, is another
     * path, such as {@code /mcp/mcp}.
     */
    static Answer unmatched(Request request) {
        Optional<Set<String>> methods = match(request.rawPath()).map(match -> methods(match.template()));
        boolean options = request.method().equals("OPTIONS");
        Optional<String> allowed = methods.filter(all -> options || !all.contains(request.method()))
                .map(all -> String.join(", ", all));
        if (allowed.isEmpty()) {
            return Problem.notFound("there is no path " + Problem.cut(request.rawPath()));
        }
        return options
                ? Answer.empty(204).with("allow", allowed.get())
                : Problem.methodNotAllowed(request.method(), allowed.get());
    }

    /** Returns the path in front of a template, for example the {@code /lede} of {@code /lede/v1/articles}. */
    static String basePath(String template, String rawPath) {
        int variable = template.indexOf('{');
        int found = variable < 0 ? rawPath.lastIndexOf(template) : rawPath.indexOf(template.substring(0, variable));
        return found <= 0 ? "" : rawPath.substring(0, found);
    }

    private static Set<String> methods(String template) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        Stream.of(READING, WRITING, HUBS)
                .flatMap(List::stream)
                .filter(route -> route.endsWith(" " + template))
                .forEach(route -> methods.add(route.substring(0, route.indexOf(' '))));
        if (READING.contains("GET " + template)) {
            methods.add("HEAD");
        }
        return methods;
    }

    private static Optional<Match> match(String rawPath) {
        List<String> given = segments(rawPath);
        return Stream.of(READING, WRITING, HUBS)
                .flatMap(List::stream)
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .distinct()
                // A literal segment goes before a variable one.
                .sorted((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .flatMap(template -> match(template, given).stream())
                .findFirst();
    }

    /** Matches the last segments, since a custom domain may prepend some. */
    private static Optional<Match> match(String template, List<String> given) {
        List<String> expected = segments(template);
        if (template.equals(ROOT) && given.size() > 1) {
            return Optional.empty();
        }
        int base = given.size() - expected.size();
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < expected.size() && base >= 0; i++) {
            String segment = expected.get(i);
            String found = given.get(base + i);
            if (segment.startsWith("{") && !found.isEmpty()) {
                variables.put(segment.substring(1, segment.length() - 1), decoded(found));
            } else if (!segment.equals(found)) {
                return Optional.empty();
            }
        }
        return base < 0 ? Optional.empty() : Optional.of(new Match(template, variables));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        segments.add(path.substring(Math.min(start, path.length())));
        return segments;
    }

    /** Percent-decodes a segment; keeps plus signs and broken escapes. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
