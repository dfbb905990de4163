package app.lede.local.wiring;

import app.lede.aws.s3.S3Segments;
import app.lede.json.Json;
import app.lede.local.template.Function;
import app.lede.local.wiring.Deliverer.Asked;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A source and a search with a webhook are added, the source is polled, its page fetched, two documents are uploaded, all is
 * parsed, summarised, indexed, told, exported and listed, and one of the uploads is deleted. One AWS call of one function fails.
 */
final class Journey {

    /** In the future: DynamoDB Local expires items by this machine's clock. */
    static final Instant START = Instant.parse("2126-03-10T08:00:00Z");

    private final StillStack stack;
    private final TestSite site;
    private final String faulty;
    private final FailingCall failing;
    private final Map<String, FailingCall> watches = new TreeMap<>();
    private String listed = "";

    /**
     * Plans a journey.
     *
     * @param faulty name of the function one of whose calls fails
     */
    Journey(StillStack stack, TestSite site, String faulty, FailingCall failing) {
        this.stack = stack;
        this.site = site;
        this.faulty = faulty;
        this.failing = failing;
    }

    /** Goes all the way; returns what a user or a later step could see at its end. */
    Map<String, Object> end() {
        stack.now.set(START);
        stack.clear();
        site.status("/hook", 204);
        var unused = site.posted();
        try (Deliverer deliverer = new Deliverer(stack, this::watch)) {
            String source = Json.object().put("url", site.url("/feed.xml")).toString();
            deliverer.ask(Asked.of("manage-library", "POST /v1/sources").body(source));
            deliverer.ask(Asked.of("manage-library", "POST /v1/searches").body(search()));
            stack.upload("inbox/harbour.html", page("Harbour dredged"));
            stack.upload("inbox/tower.html", page("Tower repainted"));
            deliverer.tick("schedule-polls");
            deliverer.settle();
            // Not planned again: the planner looks at each minute since.
            stack.template.functions().stream()
                    .map(Function::name)
                    .filter(name -> !name.equals("schedule-polls"))
                    .forEach(deliverer::tick);
            deliverer.settle();
            deliverer.tick("deliver-alerts");
            deliverer.settle();
            deliverer.ask(Asked.of("manage-library", "POST /v1/exports").body("{\"filter\":\"lang=en\"}"));
            deliverer.settle();
            String tower = stack.articleId("Tower repainted");
            deliverer.ask(Asked.of("manage-library", "DELETE /v1/articles/{id}").with("id", tower));
            deliverer.settle();
            listed = deliverer.ask(Asked.of("query-articles", "GET /v1/articles"));
            return state();
        }
    }

    private String search() {
        return Json.object()
                .put("name", "All")
                .put("filter", "lang=en")
                .put("webhook", site.url("/hook"))
                .toString();
    }

    private FailingCall watch(String function) {
        return watches.computeIfAbsent(function, name -> name.equals(faulty) ? failing : FailingCall.none());
    }

    /** Returns the number of AWS calls that each function made. */
    Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        watches.forEach((function, watch) -> calls.put(function, watch.calls()));
        return calls;
    }

    /** Returns a page with an article. */
    static String page(String headline) {
        return page(headline, "said the mayor of Fishguard on Friday after the council had met in the old hall");
    }

    private static String page(String headline, String words) {
        return "<html><head><title>%1$s</title></head><body><article><h1>%1$s</h1><p>%2$s</p></article></body></html>"
                .formatted(headline, (headline + ", " + words + ". ").repeat(9));
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        state.put("articles", rows("ArticlesTable", ""));
        state.put("stories", rows("StoriesTable", ""));
        state.put("sources", rows("SourcesTable", ""));
        state.put("marks", rows("ControlTable", "url#"));
        state.put("outcomes", outcomes());
        state.put("texts", texts());
        state.put("documents", new TreeSet<>(stack.keys("DocumentsBucket")));
        state.put("searchable", searchable());
        state.put("listed", timeless(listed));
        state.put("alerted", alerted());
        state.put("exported", exported());
        return state;
    }

    private List<String> rows(String table, String prefix) {
        return stack.items(table).stream()
                .filter(row -> prefix.isEmpty() || StillStack.text(row, "pk").startsWith(prefix))
                .map(row -> timeless(row.toString()))
                .sorted()
                .toList();
    }

    /** Returns the outcomes by object key; one more arrival of a fetched page ends unchanged, and is left out. */
    private Map<String, List<String>> outcomes() {
        return stack.items("ControlTable").stream()
                .filter(row -> StillStack.text(row, "pk").matches("documents#\\d+"))
                .filter(row -> !StillStack.text(row, "outcome").equals("unchanged"))
                .collect(Collectors.groupingBy(
                        row -> StillStack.text(row, "key"),
                        TreeMap::new,
                        Collectors.mapping(row -> StillStack.text(row, "outcome"), Collectors.toList())));
    }

    /** Returns the articles of all alerts: one may come again, and alerts of one search may be cut otherwise. */
    private Set<String> alerted() {
        Set<String> alerted = new TreeSet<>();
        for (String body : site.posted()) {
            Json.read(body)
                    .at("/data/articles")
                    .forEach(article -> alerted.add(article.path("id").asText()));
        }
        return alerted;
    }

    /** Returns the ends of exports; a request that was repeated has begun two, and one without an answer one that nobody knows. */
    private Set<String> exported() {
        return stack.items("ControlTable").stream()
                .filter(row -> StillStack.text(row, "pk").equals("exports"))
                .map(row -> Json.read(StillStack.text(row, "export")))
                .map(export -> export.path("state").asText() + " "
                        + export.at("/days/0/articles").asInt())
                .filter(end -> !end.endsWith(" 0"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> texts() {
        return stack.keys("LibraryBucket").stream()
                .filter(key -> key.startsWith("articles/"))
                .map(key -> key.substring(0, key.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> searchable() {
        S3Segments segments = new S3Segments(stack.clients.s3(), stack.bucket("IndexBucket"));
        return new IndexLayout(segments, stack.now::get)
                .index().search(new Search(Criteria.of(Filter.ALL), Sort.NEWEST, 10, null)).hits().stream()
                        .map(hit -> hit.id().value())
                        .sorted()
                        .toList();
    }

    /** Replaces moments and what is named after them, and the marks of updates. */
    private static String timeless(String text) {
        return text.replaceAll("2126\\d{4}T\\d{9}-[a-z2-7]{26}", "DOCUMENT")
                .replaceAll("2126-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\b49\\d{8}(\\d{3})?\\b", "TIME")
                .replaceAll("(?<=rhythm=AttributeValue\\(S=)\\w+ \\w+", "TIME")
                .replaceAll("by=AttributeValue\\(S=[-0-9a-f]{36}\\)", "by=MARK");
    }
}
