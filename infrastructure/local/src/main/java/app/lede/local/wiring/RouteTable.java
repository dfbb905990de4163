package app.lede.local.wiring;

import app.lede.local.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matches requests to routes as HTTP APIs do: literal segments before variables, greedy {@code {name+}} last. */
final class RouteTable {

    /** A route and the decoded values of its path variables. */
    record Match(Route route, Map<String, String> pathParameters) {}

    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing((Route route) -> rank(route.path()))
                        .thenComparing(route -> route.method().equals("ANY")))
                .toList();
    }

    private static String rank(String path) {
        if (path.equals(Route.DEFAULT)) {
            return "3";
        }
        StringBuilder rank = new StringBuilder();
        for (String segment : path.split("/", -1)) {
            rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
        }
        return rank.toString();
    }

    /**
     * Returns the matching route, if any.
     *
     * @param rawPath percent-encoded, without query
     */
    Optional<Match> match(String method, String rawPath) {
        for (Route route : routes) {
            if (route.method().equals("ANY") || route.method().equals(method)) {
                Optional<Map<String, String>> parameters = parameters(route.path(), rawPath);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(route, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> parameters(String pattern, String rawPath) {
        if (pattern.equals(Route.DEFAULT)) {
            return Optional.of(Map.of());
        }
        String[] expected = pattern.split("/", -1);
        List<String> found = new ArrayList<>(List.of(rawPath.split("/", -1)));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            String segment = expected[i];
            if (i >= found.size()) {
                return Optional.empty();
            }
            if (segment.endsWith("+}")) {
                String rest = String.join("/", found.subList(i, found.size()));
                parameters.put(segment.substring(1, segment.length() - 2), decoded(rest));
                return Optional.of(parameters);
            }
            if (segment.startsWith("{")) {
                if (found.get(i).isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 1), decoded(found.get(i)));
            } else if (!segment.equals(found.get(i))) {
                return Optional.empty();
            }
        }
        return expected.length == found.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** Percent-decodes a path; a plus stays a plus. */
    static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }
}
