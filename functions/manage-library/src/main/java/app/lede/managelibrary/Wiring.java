package app.lede.managelibrary;

import app.lede.api.WritingApi;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.PresignedUploads;
import app.lede.aws.sqs.SqsQueue;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together from its environment. */
final class Wiring {

    private Wiring() {}

    static WritingApi api(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        return new WritingApi(
                new DynamoSources(dynamo, environment.require("SOURCES_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                new DynamoDocumentLog(
                        dynamo,
                        environment.require("CONTROL_TABLE"),
                        environment.days("RETENTION_DAYS"),
                        environment.clock()),
                new PresignedUploads(clients.presigner(), environment.require("DOCUMENTS_BUCKET")),
                () -> UUID.randomUUID().toString(),
                environment.clock());
    }
}
