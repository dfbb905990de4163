package app.lede.managelibrary;

import app.lede.api.WritingApi;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoBackfills;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoExports;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.PresignedUploads;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.SqsQueue;
import app.lede.pipeline.Deletion;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static WritingApi api(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String control = environment.require("CONTROL_TABLE");
        String bucket = environment.require("DOCUMENTS_BUCKET");
        DynamoDocumentLog log =
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock());
        DynamoArticles articles = new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control);
        return new WritingApi(
                new DynamoSources(dynamo, environment.require("SOURCES_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                log,
                new PresignedUploads(clients::presigner, bucket),
                new Deletion(
                        articles,
                        new S3Articles(clients.s3(), environment.require("LIBRARY_BUCKET")),
                        new S3Documents(clients.s3(), bucket),
                        log,
                        environment.clock()),
                new SqsQueue<>(clients.sqs(), environment.require("DELETION_QUEUE_URL")),
                new WritingApi.Outlets(
                        articles,
                        new DynamoSavedSearches(dynamo, control),
                        new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_QUEUE_URL")),
                        environment.allowedAddresses(),
                        new DynamoExports(dynamo, control, environment.clock()),
                        new SqsQueue<>(clients.sqs(), environment.require("EXPORT_QUEUE_URL")),
                        environment
                                .find("OPENSEARCH_URL")
                                .or(() -> environment.find("INDEX_BUCKET"))
                                .isPresent(),
                        new DynamoBackfills(dynamo, control)),
                () -> UUID.randomUUID().toString(),
                environment.clock());
    }
}
