package app.lede.local.wiring;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Serves the HTTP API: routes requests to functions as in the template, and answers as API Gateway otherwise. */
final class ApiFront {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final String FORBIDDEN = "{\"message\":\"Forbidden\"}";
    private static final String NOT_FOUND = "{\"message\":\"Not Found\"}";
    private static final String TOO_LARGE = "{\"message\":\"Request Entity Too Large\"}";
    private static final String FAILED = "{\"message\":\"Internal Server Error\"}";
    private static final String TIMED_OUT = "{\"message\":\"Service Unavailable\"}";

    private static final List<ApiWatch> WATCHES = ServiceLoader.load(ApiWatch.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private final RouteTable routes;
    private final Map<String, FunctionHost> functions;
    private final Optional<SignatureCheck> signatures;
    private final InstantSource clock;
    private final Chaos chaos;

    /**
     * Creates the front.
     *
     * @param functions by logical id
     * @param signatures of routes that require IAM; empty lets everybody in
     */
    ApiFront(
            RouteTable routes,
            Map<String, FunctionHost> functions,
            Optional<SignatureCheck> signatures,
            InstantSource clock,
            Chaos chaos) {
        this.routes = routes;
        this.functions = functions;
        this.signatures = signatures;
        this.clock = clock;
        this.chaos = chaos;
    }

    void handle(HttpExchange exchange) throws IOException {
        Optional<RouteTable.Match> match = routes.match(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        if (match.isEmpty()) {
            LoopbackServer.json(exchange, 404, NOT_FOUND);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            LoopbackServer.json(exchange, 413, TOO_LARGE);
            return;
        }
        Optional<String> refusal = refusal(exchange, match.get(), body);
        if (refusal.isPresent()) {
            System.err.println("api: refused " + exchange.getRequestURI().getRawPath() + ": " + refusal.get());
            LoopbackServer.json(exchange, 403, FORBIDDEN);
            return;
        }
        call(exchange, match.get(), body);
    }

    private Optional<String> refusal(HttpExchange exchange, RouteTable.Match match, byte[] body) {
        return signatures
                .filter(check -> match.route().signed())
                .flatMap(check -> check.refusal(
                        new SignatureCheck.Signed(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getRawPath(),
                                Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                        .orElse(""),
                                SignatureCheck.lowerCase(exchange.getRequestHeaders()),
                                body),
                        clock.instant()));
    }

    private void call(HttpExchange exchange, RouteTable.Match match, byte[] body) throws IOException {
        FunctionHost function =
                Optional.ofNullable(functions.get(match.route().function())).orElseThrow();
        Optional<Fault> fault = chaos.ofRequest();
        try {
            byte[] event = ApiEvent.of(exchange, match, body, clock.instant());
            if (event.length > FunctionHost.LARGEST_PAYLOAD) {
                LoopbackServer.json(exchange, 413, TOO_LARGE);
                return;
            }
            byte[] answer = function.invoke(event, fault);
            watched(event, answer);
            answer(exchange, answer);
        } catch (AssertionError e) {
            System.err.println(e.getMessage());
            LoopbackServer.json(
                    exchange, 500, Json.object().put("message", e.getMessage()).toString());
        } catch (InvocationFailed e) {
            System.err.println(e.getMessage());
            boolean unavailable =
                    e.timedOut() || fault.filter(ApiFront::answers).isPresent();
            LoopbackServer.json(exchange, unavailable ? 503 : 500, unavailable ? TIMED_OUT : FAILED);
        }
    }

    private static boolean answers(Fault fault) {
        return fault == Fault.ANSWER_INSTEAD || fault == Fault.ANSWER_AFTERWARDS;
    }

    private static void watched(byte[] event, byte[] answer) {
        for (ApiWatch watch : WATCHES) {
            watch.saw(Json.read(event), Json.read(answer));
        }
    }

    /**
     * Writes a response, payload format 2.0: with a statusCode it is complete, without one it is the JSON body of a
     * 200.
     */
    private static void answer(HttpExchange exchange, byte[] answer) throws IOException {
        JsonNode response;
        try {
            response = answer.length == 0 ? Json.object() : Json.read(answer);
        } catch (IllegalArgumentException e) {
            LoopbackServer.json(exchange, 500, FAILED);
            return;
        }
        if (!response.has("statusCode")) {
            LoopbackServer.json(exchange, 200, new String(answer, StandardCharsets.UTF_8));
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        response.path("headers")
                .properties()
                .forEach(
                        header -> headers.set(header.getKey(), header.getValue().asText()));
        response.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
        String text = response.path("body").asText("");
        byte[] body = response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && !headers.containsKey("Content-Type")) {
            headers.set("Content-Type", "text/plain;charset=UTF-8");
        }
        LoopbackServer.send(exchange, response.path("statusCode").asInt(), body);
    }
}
