package app.lede.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the HTTP API: routes refer to integrations, integrations to functions. */
final class RouteReader {

    private record Found(Section section, String key, String integration, boolean signed) {}

    private final Map<String, String> functions = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    void api(Section api) {
        if (!api.required("ProtocolType").equals("HTTP")) {
            api.refuse("only the protocol HTTP is interpreted");
        }
    }

    void integration(Section integration) {
        if (!integration.required("IntegrationType").equals("AWS_PROXY")) {
            integration.refuse("only AWS_PROXY integrations are interpreted");
        }
        if (!integration.required("PayloadFormatVersion").equals("2.0")) {
            integration.refuse("only payload format 2.0 is interpreted");
        }
        functions.put(integration.where(), integration.target("IntegrationUri").orElse(""));
    }

    void route(Section route) {
        found.add(new Found(
                route,
                route.required("RouteKey"),
                route.target("Target").orElse(""),
                route.plain("AuthorizationType").orElse("NONE").equals("AWS_IAM")));
    }

    /** Returns the routes in template order. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Found route : found) {
            String function = functions.get(route.integration());
            int space = route.key().indexOf(' ');
            if (function != null && route.key().equals(Route.DEFAULT)) {
                routes.add(new Route("ANY", Route.DEFAULT, function, route.signed()));
            } else if (function == null || space < 0) {
                route.section().refuse("a route needs a key METHOD /path and an integration of this template");
            } else {
                routes.add(new Route(
                        route.key().substring(0, space), route.key().substring(space + 1), function, route.signed()));
            }
        }
        return routes;
    }
}
