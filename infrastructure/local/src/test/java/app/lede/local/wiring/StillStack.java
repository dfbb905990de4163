package app.lede.local.wiring;

import app.lede.aws.CallWatch;
import app.lede.aws.Environment;
import app.lede.json.Json;
import app.lede.local.calls.CallFile;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.StackCalls;
import app.lede.local.engine.Credentials;
import app.lede.local.engine.Engines;
import app.lede.local.template.Bucket;
import app.lede.local.template.Function;
import app.lede.local.template.Function.StreamEvent;
import app.lede.local.template.Queue;
import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.testkit.EventFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The template's tables, buckets, queues and functions on real engines, without triggers: tests deliver every event. */
final class StillStack implements AutoCloseable {

    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    final Template template;
    final Clients clients;
    final PhysicalNames names;
    final AtomicReference<Instant> now;
    private final Queues queues;
    private final StackCalls calls;
    private final FunctionEnvironment environments;
    private final URI secrets;
    private final Map<String, String> lastChange = new HashMap<>();
    private final OpenParts parts = new OpenParts();

    /**
     * Starts the engines.
     *
     * @param site {@code host:port} that may be fetched
     * @param parameters of the template
     * @param folder for messages to topics
     */
    StillStack(String site, Instant start, Map<String, String> parameters, Path folder) throws Exception {
        this(site, start, parameters, folder, Optional.empty());
    }

    /**
     * Starts the engines.
     *
     * @param model endpoint of Amazon Bedrock
     */
    StillStack(String site, Instant start, Map<String, String> parameters, Path folder, Optional<URI> model)
            throws Exception {
        now = new AtomicReference<>(start);
        Path file = EventFiles.repository().resolve("infrastructure").resolve("template.yaml");
        template = Template.read(file, parameters);
        StackOptions options = new StackOptions(
                file,
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(site),
                Map.of(site, 0.2),
                0,
                0,
                now::get,
                parameters);
        CompletableFuture<S3Notifications> notifications = new CompletableFuture<>();
        Engines engines = parts.add(Engines.start(
                new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.empty(), Map.of()),
                Credentials.local(),
                object -> notifications.join().send(object)));
        clients = parts.add(Clients.of(engines));
        queues = Provision.all(template, clients);
        calls = new StackCalls(template, queues.urls());
        Wiring wiring = new Wiring(template, options, clients, queues, parts);
        notifications.complete(new S3Notifications(template, queues.urls(), clients.sqs(), now::get, new CallLedger()));
        secrets = wiring.startSecrets(0);
        Endpoints endpoints = new Endpoints(
                NOBODY,
                engines.s3().endpoint(),
                engines.dynamodb().endpoint(),
                engines.sqs().endpoint(),
                secrets,
                wiring.startTopics(0, folder),
                model,
                engines.credentials().region(),
                engines.credentials().accessKeyId(),
                engines.credentials().secretAccessKey());
        names = new PhysicalNames(template, queues.urls());
        names.apiIsAt(NOBODY);
        environments = new FunctionEnvironment(endpoints, names, options);
    }

    /** Starts an instance of a function, whose calls its role bounds. */
    FunctionHost host(Function function, CallWatch watch) {
        Environment environment = environment(function, watch);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new FunctionHost(function, environment, 1, nowhere, new Activity(), calls.ledger());
    }

    /** Returns the environment of an instance of a function, whose calls its role bounds. */
    Environment environment(Function function, CallWatch watch) {
        CallWatch both = new BothWatches(calls.of(function), watch);
        return new Environment(environments.of(function), now::get, Optional.of(both));
    }

    /** Stores a new value of a secret, by its id in the template. */
    void rotate(String id, String value) throws IOException, InterruptedException {
        String name = template.secrets().stream()
                .filter(secret -> secret.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
        HttpRequest put = HttpRequest.newBuilder(secrets)
                .header("X-Amz-Target", "secretsmanager.PutSecretValue")
                .POST(HttpRequest.BodyPublishers.ofString(Json.object()
                        .put("SecretId", name)
                        .put("SecretString", value)
                        .toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new AssertionError("status " + status);
            }
        }
    }

    Function function(String name) {
        return template.functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Table table(String id) {
        return template.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the time that the functions see. */
    Instant time() {
        return Objects.requireNonNull(now.get());
    }

    /** Returns the physical name of a table. */
    String name(String id) {
        return table(id).name();
    }

    String queueUrl(String id) {
        return queues.url(id);
    }

    String bucket(String id) {
        return template.buckets().stream()
                .filter(bucket -> bucket.id().equals(id))
                .findFirst()
                .map(Bucket::name)
                .orElseThrow();
    }

    /** Uploads a document as somebody with access to the bucket. */
    void upload(String key, String html) {
        upload(key, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    void upload(String key, String type, byte[] bytes) {
        clients.s3()
                .putObject(
                        put -> put.bucket(bucket("DocumentsBucket")).key(key).contentType(type),
                        RequestBody.fromBytes(bytes));
    }

    /** Returns the id of the article with these words in its text. */
    String articleId(String words) {
        return keys("LibraryBucket").stream()
                .filter(key -> clients.s3()
                        .getObjectAsBytes(
                                get -> get.bucket(bucket("LibraryBucket")).key(key))
                        .asUtf8String()
                        .contains(words))
                .map(key -> key.split("/", -1)[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError("no article: " + words));
    }

    /** Returns a text attribute, or nothing. */
    static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** Returns the items of a table, by its id in the template. */
    List<Map<String, AttributeValue>> items(String id) {
        String name = table(id).name();
        return clients.dynamodb().scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
                .<Map<String, AttributeValue>>map(TreeMap::new)
                .toList();
    }

    /** Returns the keys of a bucket, by its id in the template. */
    List<String> keys(String id) {
        return clients.s3().listObjectsV2Paginator(list -> list.bucket(bucket(id))).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Receives the messages that a queue has now. */
    List<Message> receive(String queue, int most) {
        return clients.sqs()
                .receiveMessage(receive -> receive.queueUrl(queues.url(queue))
                        .maxNumberOfMessages(Math.min(10, most))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    void acknowledge(String queue, Message message) {
        clients.sqs()
                .deleteMessage(delete -> delete.queueUrl(queues.url(queue)).receiptHandle(message.receiptHandle()));
    }

    String streamArn(String tableId) {
        return clients.dynamodb()
                .describeTable(describe -> describe.tableName(table(tableId).name()))
                .table()
                .latestStreamArn();
    }

    /** Returns the changes of a table since the last call. */
    List<Record> changes(String tableId) {
        String arn = streamArn(tableId);
        List<Record> changes = new ArrayList<>();
        for (Shard shard : clients.streams()
                .describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards()) {
            @Nullable String last = lastChange.get(shard.shardId());
            String iterator = clients.streams()
                    .getShardIterator(get -> get.streamArn(arn)
                            .shardId(shard.shardId())
                            .sequenceNumber(last)
                            .shardIteratorType(
                                    last == null
                                            ? ShardIteratorType.TRIM_HORIZON
                                            : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                    .shardIterator();
            List<Record> read = clients.streams()
                    .getRecords(get -> get.shardIterator(iterator))
                    .records();
            if (!read.isEmpty()) {
                lastChange.put(shard.shardId(), read.getLast().dynamodb().sequenceNumber());
                changes.addAll(read);
            }
        }
        return changes;
    }

    /** Removes an item of a table, by the table's id in the template. */
    void remove(String id, Map<String, AttributeValue> item) {
        Table table = table(id);
        Map<String, AttributeValue> key = new HashMap<>();
        key.put(table.key().hash(), Objects.requireNonNull(item.get(table.key().hash())));
        table.key().range().ifPresent(range -> key.put(range, Objects.requireNonNull(item.get(range))));
        clients.dynamodb().deleteItem(delete -> delete.tableName(table.name()).key(key));
    }

    /** Removes all items, objects and messages. */
    void clear() {
        for (Table table : template.tables()) {
            items(table.id()).forEach(item -> remove(table.id(), item));
        }
        for (Bucket bucket : template.buckets()) {
            for (String key : keys(bucket.id())) {
                clients.s3().deleteObject(delete -> delete.bucket(bucket.name()).key(key));
            }
        }
        for (Queue queue : template.queues()) {
            clients.sqs().purgeQueue(purge -> purge.queueUrl(queues.url(queue.id())));
        }
        for (Function function : template.functions()) {
            for (Function.Event event : function.events()) {
                if (event instanceof StreamEvent stream) {
                    var unused = changes(stream.table());
                }
            }
        }
    }

    @Override
    public void close() {
        parts.close();
        String file = System.getProperty(Stack.CALLS);
        if (file != null) {
            try {
                CallFile.append(Path.of(file), calls.ledger());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
