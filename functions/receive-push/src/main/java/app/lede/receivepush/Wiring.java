package app.lede.receivepush;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoLedger;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.SqsQueue;
import app.lede.feed.FeedReader;
import app.lede.pipeline.ReceivePush;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static ReceivePush step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        return new ReceivePush(
                new DynamoSources(dynamo, environment.require("SOURCES_TABLE")),
                new DynamoLedger(dynamo, environment.require("CONTROL_TABLE")),
                new S3Documents(clients.s3(), environment.require("DOCUMENTS_BUCKET")),
                new FeedReader(),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                new SqsQueue<>(clients.sqs(), environment.require("FETCH_QUEUE_URL")),
                environment.clock());
    }
}
