package app.lede;

import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The result of a run, without its timestamps.
 *
 * @param articles the items of the articles table by id, each attribute as text
 * @param texts {@code <article>/<revision>} of every text in the library
 * @param outcomes how the documents ended, each by its key or by the article it became, see {@link #outcomes(List)}
 * @param rows how many records the document log holds for each key
 */
record Settled(
        Map<String, Map<String, String>> articles,
        Set<String> texts,
        Map<String, List<String>> outcomes,
        Map<String, Long> rows,
        int deadLetters) {

    /** Attributes that depend on the time of arrival or fetch, or on the order of equal documents. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("arrival", "changed", "arrivalDay", "arrivalKey", "precedence", "documentId");

    static Settled of(Stack stack, StackLibrary library) {
        StaticCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                stack.endpoints().accessKeyId(), stack.endpoints().secretAccessKey()));
        List<DocumentRow> documents = library.documents();
        return new Settled(
                articles(stack, keys),
                texts(stack, keys),
                outcomes(documents),
                documents.stream()
                        .collect(Collectors.groupingBy(DocumentRow::key, TreeMap::new, Collectors.counting())),
                stack.deadLetters());
    }

    private static Map<String, Map<String, String>> articles(Stack stack, StaticCredentialsProvider keys) {
        Endpoints endpoints = stack.endpoints();
        try (DynamoDbClient dynamodb = DynamoDbClient.builder()
                .endpointOverride(endpoints.dynamodb())
                .region(Region.of(endpoints.region()))
                .credentialsProvider(keys)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            Map<String, Map<String, String>> articles = new TreeMap<>();
            dynamodb.scanPaginator(scan -> scan.tableName(only(stack.names().tables(), "article")))
                    .items()
                    .forEach(item ->
                            articles.put(Objects.requireNonNull(item.get("id")).s(), lasting(item)));
            return articles;
        }
    }

    /** Replaces the listing date of an article without a date, which is its arrival. */
    private static Map<String, String> lasting(Map<String, AttributeValue> item) {
        String arrival = Objects.requireNonNull(item.get("arrival")).s();
        Map<String, String> lasting = new TreeMap<>();
        item.forEach((name, value) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                lasting.put(name, value.toString().replace(arrival, "<arrival>"));
            }
        });
        return lasting;
    }

    private static Set<String> texts(Stack stack, StaticCredentialsProvider keys) {
        Endpoints endpoints = stack.endpoints();
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(endpoints.s3())
                .forcePathStyle(true)
                .region(Region.of(endpoints.region()))
                .credentialsProvider(keys)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return s3
                    .listObjectsV2Paginator(
                            list -> list.bucket(only(stack.names().buckets(), "library"))
                                    .prefix("articles/"))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .map(key -> key.substring("articles/".length(), key.lastIndexOf('/')))
                    .collect(Collectors.toSet());
        }
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
