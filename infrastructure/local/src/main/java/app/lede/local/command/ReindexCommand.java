package app.lede.local.command;

import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3Segments;
import app.lede.json.Json;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.lucene.segments.IndexLayout;
import app.lede.lucene.segments.Rebuild;
import app.lede.opensearch.OpenSearchIndex;
import app.lede.opensearch.SigV4;
import app.lede.opensearch.StackIndex;
import app.lede.pipeline.IndexArticles;
import app.lede.pipeline.ReindexArticles;
import app.lede.pipeline.ReindexDeletions;
import app.lede.search.Change;
import app.lede.search.ChangesInOrder;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** {@code lede reindex}: writes the search index anew from the library, on AWS or on this machine. */
@Command(
        name = "reindex",
        description = {
            "Write a stack's search index anew from its articles and their texts, and print how many.",
            "The present index is searched until the new one is complete; what changes meanwhile is in both. On AWS,"
                    + " name the stack; region and credentials are those of the environment. On this machine, name the"
                    + " addresses that lede up prints.",
            "From Lucene to OpenSearch: reindex with --opensearch, update the stack with Search=opensearch, and reindex"
                    + " with --opensearch again for what changed between. Back: update with Search=lucene, and reindex."
        })
public final class ReindexCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private StackAddress address = new StackAddress();

    @Option(
            names = "--opensearch",
            paramLabel = "URL",
            description =
                    "Write to an index of an OpenSearch cluster, such as https://host/lede, and remove deleted articles"
                            + " from it, instead of writing the stack's segments in S3. Requests to https are signed.")
    private Optional<URI> opensearch = Optional.empty();

    public ReindexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (DynamoDbClient tables = address.dynamoDb();
                S3Client buckets = address.s3()) {
            long indexed = reindex(tables, buckets);
            terminal.result(Json.object().put("indexed", indexed).toString());
        }
        return ExitCode.COMPLETE.value();
    }

    private long reindex(DynamoDbClient tables, S3Client buckets) {
        List<String> tableNames =
                tables.listTablesPaginator().tableNames().stream().toList();
        List<String> bucketNames =
                buckets.listBuckets().buckets().stream().map(Bucket::name).toList();
        String articles = address.only(tableNames, "articles");
        String control = address.only(tableNames, "control");
        DynamoArrivals arrivals = new DynamoArrivals(tables, articles, control);
        Progress progress = new Progress(terminal, InstantSource.system(), "reindex");
        Target target = opensearch.map(url -> cluster(url, arrivals)).orElseGet(() -> segments(buckets, bucketNames));
        long indexed = new ReindexArticles(
                        arrivals,
                        new DynamoArticles(tables, articles, control),
                        new IndexArticles(
                                new S3Articles(buckets, address.only(bucketNames, "library")), target.index()))
                .reindex(done -> progress.say(done + " articles"));
        target.finish().run();
        return indexed;
    }

    /** The index to write, and its last step. */
    private record Target(Consumer<List<Change>> index, Runnable finish) {}

    private Target segments(S3Client buckets, List<String> bucketNames) {
        Rebuild rebuild = new IndexLayout(
                        new S3Segments(buckets, address.only(bucketNames, "index")), InstantSource.system())
                .index()
                .rebuild();
        return new Target(rebuild::apply, rebuild::finish);
    }

    private Target cluster(URI url, DynamoArrivals arrivals) {
        InstantSource clock = InstantSource.system();
        OpenSearchIndex index = opened(url, clock);
        index.create();
        ReindexDeletions deletions = new ReindexDeletions(new ChangesInOrder(arrivals), index::apply);
        return new Target(
                index::apply, () -> terminal.message("reindex: " + deletions.reindex(clock.instant()) + " deletions"));
    }

    private static OpenSearchIndex opened(URI url, InstantSource clock) {
        try {
            return StackIndex.cluster(
                    url,
                    () -> new SigV4(
                            DefaultCredentialsProvider.builder().build(),
                            DefaultAwsRegionProviderChain.builder()
                                    .build()
                                    .getRegion()
                                    .id(),
                            clock));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--opensearch: " + e.getMessage());
        }
    }
}
