package app.lede;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.s3.S3Segments;
import app.lede.library.ArticleJson;
import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.wiring.Stack;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.Sort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The result of a run, without its timestamps.
 *
 * @param articles the stored articles by id, each field as JSON
 * @param texts {@code <article>/<revision>} of every text in the library
 * @param searchable ids in the search index, each as often as it is found
 * @param outcomes how the documents ended, each by its key or by the article it became, see {@link #outcomes(List)}
 * @param rows how many records the document log holds for each key
 */
record Settled(
        Map<String, Map<String, String>> articles,
        Set<String> texts,
        List<String> searchable,
        Map<String, List<String>> outcomes,
        Map<String, Long> rows,
        int deadLetters) {

    /** Fields that depend on the time of arrival or fetch, or on the order of equal documents. */
    private static final Set<String> OF_THE_MOMENT = Set.of("arrival", "changed", "precedence", "documentId");

    static Settled of(Stack stack, StackLibrary library) {
        List<DocumentRow> documents = library.documents();
        try (S3Client s3 = EngineClients.s3(stack.endpoints())) {
            return new Settled(
                    articles(stack),
                    texts(stack, s3),
                    searchable(stack, s3),
                    outcomes(documents),
                    documents.stream()
                            .collect(Collectors.groupingBy(DocumentRow::key, TreeMap::new, Collectors.counting())),
                    stack.deadLetters());
        }
    }

    private static Map<String, Map<String, String>> articles(Stack stack) {
        try (DynamoDbClient dynamodb = EngineClients.dynamoDb(stack.endpoints())) {
            String table = only(stack.names().tables(), "article");
            DynamoArticles store =
                    new DynamoArticles(dynamodb, table, only(stack.names().tables(), "control"));
            Map<String, Map<String, String>> articles = new TreeMap<>();
            dynamodb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .map(item ->
                            new ArticleId(Objects.requireNonNull(item.get("id")).s()))
                    .forEach(
                            id -> articles.put(id.value(), lasting(store.get(id).orElseThrow())));
            return articles;
        }
    }

    private static Map<String, String> lasting(Article article) {
        Map<String, String> lasting = new TreeMap<>();
        ArticleJson.toJson(article).properties().forEach(field -> {
            if (!OF_THE_MOMENT.contains(field.getKey())) {
                lasting.put(field.getKey(), field.getValue().toString());
            }
        });
        return lasting;
    }

    private static Set<String> texts(Stack stack, S3Client s3) {
        return s3
                .listObjectsV2Paginator(list ->
                        list.bucket(only(stack.names().buckets(), "library")).prefix("articles/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring("articles/".length(), key.lastIndexOf('/')))
                .collect(Collectors.toSet());
    }

    private static List<String> searchable(Stack stack, S3Client s3) {
        S3Segments segments = new S3Segments(s3, only(stack.names().buckets(), "index"));
        return new IndexLayout(segments, InstantSource.system())
                        .index()
                        .search(new Search(Criteria.of(Filter.ALL), Sort.NEWEST, Search.MAX_LIMIT, null))
                        .hits()
                        .stream()
                        .map(hit -> hit.id().value())
                        .sorted()
                        .toList();
    }

    /**
     * Returns the outcomes, equal under any order and repetition of events. Two things are free, and only these:
     *
     * <p>a page that was fetched once more before the ledger knew it ends once more, {@code unchanged}; and which of
     * two documents with the same words is {@code stored} and which {@code unchanged} is decided by which comes first,
     * so documents of one article are counted together.
     */
    static Map<String, List<String>> outcomes(List<DocumentRow> documents) {
        Map<String, List<DocumentRow>> byKey = documents.stream().collect(Collectors.groupingBy(DocumentRow::key));
        Map<String, List<String>> outcomes = new TreeMap<>();
        byKey.forEach((key, rows) -> rows.stream()
                .collect(Collectors.groupingBy(row -> row.articleId().orElse(key)))
                .forEach((subject, same) -> outcomes.computeIfAbsent(subject, none -> new ArrayList<>())
                        .addAll(withoutRepeats(same))));
        outcomes.values().forEach(list -> list.sort(null));
        return outcomes;
    }

    private static List<String> withoutRepeats(List<DocumentRow> rows) {
        List<String> others = rows.stream()
                .map(DocumentRow::outcome)
                .filter(outcome -> !outcome.equals("unchanged"))
                .toList();
        return others.isEmpty() ? List.of("unchanged") : others;
    }

    /** Returns the outcomes of all documents, sorted. */
    List<String> endings() {
        return outcomes.values().stream().flatMap(List::stream).sorted().toList();
    }

    Set<String> articlesWithText() {
        return texts.stream().map(text -> text.substring(0, text.indexOf('/'))).collect(Collectors.toSet());
    }

    private static String only(List<String> names, String part) {
        List<String> found = names.stream().filter(name -> name.contains(part)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(names + " has not exactly one name with " + part);
        }
        return found.getFirst();
    }
}
