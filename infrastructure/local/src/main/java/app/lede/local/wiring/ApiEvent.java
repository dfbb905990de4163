package app.lede.local.wiring;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Creates API Gateway events for an HTTP API, payload format 2.0: lower-case header names, repeated headers and query
 * parameters joined by commas, cookies separate, binary bodies in base64, the path decoded.
 */
final class ApiEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern TEXT =
            Pattern.compile("(?i)(text/|application/(json|xml|javascript)|application/[^;]{0,80}\\+(json|xml)).*");

    private ApiEvent() {}

    static byte[] of(HttpExchange exchange, RouteTable.Match match, byte[] body, Instant now) {
        ObjectNode event = Json.object();
        String path = RouteTable.decoded(exchange.getRequestURI().getRawPath());
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        Map<String, String> headers = headers(exchange);
        event.put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", path)
                .put("rawQueryString", query);
        Optional.ofNullable(headers.remove("cookie"))
                .ifPresent(cookies -> List.of(cookies.split(";\\s*")).forEach(event.withArray("cookies")::add));
        ObjectNode headerNode = event.putObject("headers");
        headers.forEach(headerNode::put);
        putUnlessEmpty(event, "queryStringParameters", queryParameters(query));
        event.set("requestContext", context(exchange, match, headers, now));
        putUnlessEmpty(event, "pathParameters", match.pathParameters());
        body(event, body, headers.getOrDefault("content-type", ""));
        return Json.bytes(event);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            headers.put(lower, String.join(lower.equals("cookie") ? "; " : ",", values));
        });
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static Map<String, String> queryParameters(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
            }
        }
        Map<String, String> joined = new LinkedHashMap<>();
        values.forEach((name, all) -> joined.put(name, String.join(",", all)));
        return joined;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }

    private static ObjectNode context(
            HttpExchange exchange, RouteTable.Match match, Map<String, String> headers, Instant now) {
        String host = headers.getOrDefault("host", "");
        ObjectNode context = Json.object()
                .put("accountId", "000000000000")
                .put("apiId", "local")
                .put("domainName", host)
                .put("domainPrefix", "local");
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", RouteTable.decoded(exchange.getRequestURI().getRawPath()))
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        return context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(ObjectNode event, byte[] body, String contentType) {
        boolean text = TEXT.matcher(contentType).matches();
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode node = event.putObject(name);
            values.forEach(node::put);
        }
    }
}
