package app.lede.managelibrary;

import app.lede.api.WritingApi;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.PresignedUploads;
import app.lede.aws.sqs.SqsQueue;
import java.util.UUID;

/** Puts the function together from its environment. */
final class Wiring {

    private Wiring() {}

    static WritingApi api(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        return new WritingApi(
                new DynamoSources(clients.dynamoDb(), environment.require("SOURCES_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                new PresignedUploads(clients.presigner(), environment.require("DOCUMENTS_BUCKET")),
                () -> UUID.randomUUID().toString(),
                environment.clock());
    }
}
