package app.lede.api;

import app.lede.search.Cursors;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of a list, with the way to the next (RFC 8288). */
final class Pages {

    /** Items of a page where the request does not say. */
    static final int DEFAULT_LIMIT = 20;

    static final int MAX_LIMIT = 100;

    private Pages() {}

    /** The key in the request's cursor; a cursor that is not ours, or of another question, is a fault. */
    static Optional<String> after(Parameters parameters, Cursors cursors, String question) {
        Optional<String> cursor = parameters.one("cursor");
        Optional<String> key = cursor.flatMap(given -> cursors.open(question, given));
        if (cursor.isPresent() && key.isEmpty()) {
            parameters.fault(
                    "cursor",
                    "not a cursor of this list with these filters; take it from the page before as it stands");
        }
        return key;
    }

    static Answer answer(Request request, List<ObjectNode> items, Optional<String> nextCursor) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode array = page.putArray("items");
        items.forEach(array::add);
        Optional<String> next = nextCursor.map(cursor -> url(request, cursor));
        next.ifPresent(url -> page.put("next", url));
        Answer answer = Answer.json(200, page);
        return next.map(url -> answer.with("link", "<" + url + ">; rel=\"next\""))
                .orElse(answer);
    }

    private static String url(Request request, String cursor) {
        String path = request.basePath() + request.template();
        Stream<String> filters = request.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> parameter.getValue().stream().map(value -> pair(parameter.getKey(), value)));
        return path + "?"
                + Stream.concat(filters, Stream.of(pair("cursor", cursor))).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
