package app.lede.deliveralerts;

import app.lede.alert.DeliverAlerts;
import app.lede.api.FilterParameters;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.sns.SnsDigests;
import app.lede.aws.sqs.SqsQueue;
import app.lede.opensearch.StackIndex;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static DeliverAlerts step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String articles = environment.require("ARTICLES_TABLE");
        String control = environment.require("CONTROL_TABLE");
        DynamoSavedSearches searches = new DynamoSavedSearches(dynamo, control);
        DynamoArrivals arrivals = new DynamoArrivals(dynamo, articles, control);
        return new DeliverAlerts(
                searches,
                searches,
                ArticleWalk.of(
                        new NewestFirst(arrivals),
                        new StackIndex(environment, clients::s3)
                                .open(environment.find("OPENSEARCH_URL"), environment.find("INDEX_BUCKET"))),
                new ChangesInOrder(arrivals),
                new DynamoArticles(dynamo, articles, control),
                FilterParameters::kept,
                new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_QUEUE_URL")),
                new SnsDigests(clients.sns(), environment.require("DIGEST_TOPIC_ARN")));
    }
}
