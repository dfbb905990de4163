package app.lede.sendwebhook;

import app.lede.alert.SendAlert;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.sqs.SqsQueue;
import app.lede.web.GuardedWebhooks;
import app.lede.web.UserAgent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static SendAlert step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String control = environment.require("CONTROL_TABLE");
        return new SendAlert(
                new DynamoSavedSearches(dynamo, control),
                new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control),
                new S3Articles(clients.s3(), environment.require("LIBRARY_BUCKET")),
                new GuardedWebhooks(UserAgent.of(environment.require("CONTACT")), environment.allowedAddresses()),
                new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_QUEUE_URL")),
                new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_DEAD_LETTERS_URL")),
                environment.clock());
    }
}
