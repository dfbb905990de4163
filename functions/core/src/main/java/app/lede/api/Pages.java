package app.lede.api;

import app.lede.search.Cursors;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders one page of a list, with a link to the next (RFC 8288). */
final class Pages {

    /** Items of a page where the request does not say. */
    static final int DEFAULT_LIMIT = 20;

    static final int MAX_LIMIT = 100;

    /** Lambda answers with 6 MB at most, and a body that is not text grows by a third in base64. */
    static final int MOST_BYTES = 4_000_000;

    private Pages() {}

    /** An item, and the key after which the next page begins if this item is the last of its page. */
    record Item(String key, ObjectNode json) {}

    /** Returns the key in the request's cursor; a forged cursor, or one of another query, is a fault. */
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

    /**
     * The items of one page, as they go out.
     *
     * @param next path and query of the next page
     */
    record Page(List<ObjectNode> items, Optional<String> next) {}

    /** Answers in JSON with the items that fit, and the way to the next page. */
    static Answer answer(Request request, List<Item> items, Optional<String> nextKey, UnaryOperator<String> cursor) {
        Page page = cut(request, items, nextKey, cursor);
        return linked(json(page), page);
    }

    /**
     * Takes the items that fit into {@value #MOST_BYTES} bytes of JSON, one at least.
     *
     * @param nextKey where the next page begins if all items fit
     * @param cursor seals a key
     */
    static Page cut(Request request, List<Item> items, Optional<String> nextKey, UnaryOperator<String> cursor) {
        List<ObjectNode> fitting = new ArrayList<>();
        String last = null;
        int bytes = 0;
        for (Item item : items) {
            bytes += item.json().toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (last != null && bytes > MOST_BYTES) {
                break;
            }
            fitting.add(item.json());
            last = item.key();
        }
        Optional<String> end = fitting.size() < items.size() ? Optional.ofNullable(last) : nextKey;
        return new Page(fitting, end.map(key -> url(request, Optional.of(cursor.apply(key)))));
    }

    static Answer json(Page page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("items").addAll(page.items());
        page.next().ifPresent(url -> json.put("next", url));
        return Answer.json(200, json);
    }

    static Answer linked(Answer answer, Page page) {
        return page.next()
                .map(url -> answer.with("link", "<" + url + ">; rel=\"next\""))
                .orElse(answer);
    }

    /** Returns path and query of the request's own page. */
    static String self(Request request) {
        return url(request, Optional.ofNullable(request.query().get("cursor")).map(List::getFirst));
    }

    /** Returns path and query of the whole list, whatever the page, its size and its format. */
    static String list(Request request) {
        return url(request, Set.of("cursor", "limit", "format"), Optional.empty());
    }

    private static String url(Request request, Optional<String> cursor) {
        return url(request, Set.of("cursor"), cursor);
    }

    private static String url(Request request, Set<String> without, Optional<String> cursor) {
        String path = request.rawPath();
        Stream<String> filters = request.query().entrySet().stream()
                .filter(parameter -> !without.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> parameter.getValue().stream().map(value -> pair(parameter.getKey(), value)));
        String query = Stream.concat(filters, cursor.stream().map(value -> pair("cursor", value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
