package app.lede.queryarticles;

import app.lede.abstractive.ModelBudget;
import app.lede.api.Additions;
import app.lede.api.PageRoutes;
import app.lede.api.ReadingApi;
import app.lede.api.ReadingStores;
import app.lede.aws.AwsClients;
import app.lede.aws.CursorSecrets;
import app.lede.aws.Environment;
import app.lede.aws.SecretVersions;
import app.lede.aws.SigningKeys;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoBackfills;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoExports;
import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSourceAlerts;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.aws.dynamodb.DynamoStories;
import app.lede.aws.s3.PresignedExports;
import app.lede.aws.s3.PresignedTexts;
import app.lede.aws.s3.PresignedUploads;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.sqs.SqsQueue;
import app.lede.json.Json;
import app.lede.mcp.LibraryTools;
import app.lede.mcp.McpEndpoint;
import app.lede.mcp.Toolbox;
import app.lede.opensearch.StackIndex;
import app.lede.rights.UnstatedUses;
import app.lede.search.Cursors;
import app.lede.signature.KeyDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private final Environment environment;
    private final AwsClients clients;
    private final ReadingStores stores;
    private final ReadingApi api;

    Wiring(Environment environment) {
        this.environment = environment;
        this.clients = new AwsClients(environment);
        this.stores = stores();
        this.api = new ReadingApi(
                stores,
                new Cursors(new CursorSecrets(new SecretVersions(
                        clients::secrets, environment.require("CURSOR_SECRET_ARN"), environment.clock()))),
                Wiring::openApi,
                new PageRoutes(
                        Wiring::pageFile,
                        () -> PresignedUploads.place(clients.s3(), environment.require("DOCUMENTS_BUCKET"))),
                new KeyDirectory(
                        SigningKeys.in(clients, environment.find("SIGNING_KEY_ARN"), environment.clock()),
                        environment.clock()),
                environment.clock());
    }

    ReadingApi api() {
        return api;
    }

    InstantSource clock() {
        return environment.clock();
    }

    /** Returns the tools for agents; those that write exist only in a stack that allows them. */
    McpEndpoint agents() {
        boolean writes = environment.find("MCP_TOOLS").filter("WRITE"::equals).isPresent();
        Toolbox tools = LibraryTools.of(
                stores,
                api::answer,
                writes ? Optional.of(writing()::answer) : Optional.empty(),
                new UnstatedUses(
                        environment
                                .find("UNSTATED_AI_INPUT")
                                .filter("DENIED"::equals)
                                .isEmpty(),
                        false),
                environment.clock());
        String version = Wiring.class.getPackage().getImplementationVersion();
        return new McpEndpoint(tools, version == null ? "dev" : version);
    }

    private Additions writing() {
        DynamoDbClient dynamo = clients.dynamoDb();
        return new Additions(
                new DynamoSources(dynamo, environment.require("SOURCES_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                new DynamoDocumentLog(
                        dynamo,
                        environment.require("CONTROL_TABLE"),
                        environment.days("RETENTION_DAYS"),
                        environment.clock()),
                new PresignedUploads(clients::presigner, environment.require("DOCUMENTS_BUCKET")),
                () -> UUID.randomUUID().toString(),
                environment.clock());
    }

    private ReadingStores stores() {
        DynamoDbClient dynamo = clients.dynamoDb();
        String articles = environment.require("ARTICLES_TABLE");
        String control = environment.require("CONTROL_TABLE");
        DynamoSources sources = new DynamoSources(dynamo, environment.require("SOURCES_TABLE"));
        DynamoArrivals arrivals = new DynamoArrivals(dynamo, articles, control, environment.clock());
        return new ReadingStores(
                new DynamoArticles(dynamo, articles, control),
                new S3Articles(clients.s3(), environment.require("LIBRARY_BUCKET")),
                new PresignedTexts(clients::presigner, environment.require("LIBRARY_BUCKET")),
                arrivals,
                arrivals,
                new StackIndex(environment, clients::s3)
                        .open(environment.find("OPENSEARCH_URL"), environment.find("INDEX_BUCKET")),
                new DynamoStories(dynamo, environment.require("STORIES_TABLE")),
                sources,
                sources,
                new DynamoBackfills(dynamo, control),
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock()),
                new DynamoSavedSearches(dynamo, control),
                new DynamoSourceAlerts(dynamo, control, environment.clock()),
                new DynamoExports(dynamo, control, environment.clock()),
                new PresignedExports(clients::presigner, environment.require("LIBRARY_BUCKET")),
                new DynamoReprocessings(dynamo, control, environment.clock()),
                model(dynamo, control));
    }

    /** Reads a file of the page from the resources of this function. */
    static Optional<byte[]> pageFile(String name) {
        try (@Nullable InputStream file = Wiring.class.getResourceAsStream("/page/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ModelBudget> model(DynamoDbClient dynamo, String control) {
        return environment
                .find("MODEL_ID")
                .map(id -> ModelBudget.ofDollars(
                        id, new BigDecimal(environment.require("MODEL_BUDGET")), new DynamoSpending(dynamo, control)));
    }

    /** Returns the API description as JSON; its source is YAML. */
    static String openApi() {
        try (InputStream yaml = Objects.requireNonNull(Wiring.class.getResourceAsStream("/openapi.yaml"))) {
            Map<String, Object> description = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return Json.text(description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
