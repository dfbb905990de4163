package app.lede.infrastructure;

import app.lede.json.Json;
import app.lede.local.calls.Call;
import app.lede.local.policy.Context;
import app.lede.opensearch.OpenSearchIndex;
import app.lede.opensearch.Rest;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.Sort;
import app.lede.testkit.SearchSamples;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests that functions send to a cluster, as the AWS calls that they are to a domain of that name: each method of the index is
 * called, and its requests are taken down. A function that opens an index reads; one that creates it writes and reads.
 */
final class ClusterCalls {

    private static final String INDEX = "lede";
    private static final String DOMAIN = "lede";
    private static final int NOT_FOUND = 404;
    private static final Criteria EVERYTHING = Criteria.of(Filter.ALL);

    private ClusterCalls() {}

    /** Returns the parameters of a stack whose index is in a domain. */
    static Map<String, String> parameters() {
        return Map.of(
                "Search",
                "opensearch",
                "OpenSearchEndpoint",
                "https://search.example.org",
                "OpenSearchDomain",
                DOMAIN,
                "OpenSearchIndex",
                INDEX);
    }

    /** Returns the calls of all functions whose sources open an index. */
    static Set<Call> made() {
        return Repository.functions().stream().flatMap(ClusterCalls::of).collect(Collectors.toSet());
    }

    private static Stream<Call> of(String function) {
        String wiring = Repository.text(
                "functions/" + function + "/src/main/java/app/lede/" + function.replace("-", "") + "/Wiring.java");
        if (!wiring.contains("new StackIndex(")) {
            return Stream.empty();
        }
        return requests(
                        wiring.contains(".create(environment.find(\"OPENSEARCH_URL\"")
                                ? ClusterCalls::write
                                : ClusterCalls::read)
                .stream()
                .map(request -> call(function, request));
    }

    private static void read(OpenSearchIndex index) {
        var unusedHits = index.search(new Search(EVERYTHING, Sort.NEWEST, 10, null));
        var unusedCounts = index.counts(EVERYTHING, Fact.LANG);
    }

    private static void write(OpenSearchIndex index) {
        index.create();
        // Of an index that exists by now.
        index.create();
        index.apply(List.of(
                SearchSamples.put(SearchSamples.document(1, "Bridge open", "The bridge is open.")),
                new Change.Remove(SearchSamples.id(2), Instant.EPOCH)));
        var unused = index.reports(List.of(SearchSamples.id(1)), Instant.EPOCH);
    }

    /** Returns methods and paths, as in {@code POST /articles/_search}. */
    private static Set<String> requests(Consumer<OpenSearchIndex> use) {
        Set<String> requests = new TreeSet<>();
        use.accept(new OpenSearchIndex(
                (method, path, body) -> {
                    boolean missing = method.equals("HEAD") && !requests.contains("PUT /" + INDEX);
                    requests.add(method + " " + path.replaceFirst("\\?.*", ""));
                    return new Rest.Reply(missing ? NOT_FOUND : 200, Json.object());
                },
                INDEX));
        return requests;
    }

    private static Call call(String function, String request) {
        String method = request.substring(0, request.indexOf(' '));
        return new Call(
                function,
                "es:ESHttp" + method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT),
                "arn:aws:es:us-east-1:000000000000:domain/" + DOMAIN + request.substring(method.length() + 1),
                new Context(Map.of()));
    }
}
