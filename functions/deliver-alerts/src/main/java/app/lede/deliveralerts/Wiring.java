package app.lede.deliveralerts;

import app.lede.alert.AlertJob;
import app.lede.alert.DeliverAlerts;
import app.lede.alert.WatchSources;
import app.lede.api.FilterParameters;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSourceAlerts;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.sns.SnsDigests;
import app.lede.aws.sqs.SqsQueue;
import app.lede.opensearch.StackIndex;
import app.lede.pipeline.JobQueue;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private final Environment environment;
    private final AwsClients clients;
    private final DynamoDbClient dynamo;
    private final String control;
    private final DynamoSavedSearches searches;
    private final DynamoArrivals arrivals;
    private final JobQueue<AlertJob> queue;

    Wiring(Environment environment) {
        this.environment = environment;
        this.clients = new AwsClients(environment);
        this.dynamo = clients.dynamoDb();
        this.control = environment.require("CONTROL_TABLE");
        this.searches = new DynamoSavedSearches(dynamo, control);
        this.arrivals = new DynamoArrivals(dynamo, environment.require("ARTICLES_TABLE"), control);
        this.queue = new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_QUEUE_URL"));
    }

    DeliverAlerts step() {
        return new DeliverAlerts(
                searches,
                searches,
                ArticleWalk.of(
                        new NewestFirst(arrivals),
                        new StackIndex(environment, clients::s3)
                                .open(environment.find("OPENSEARCH_URL"), environment.find("INDEX_BUCKET"))),
                new ChangesInOrder(arrivals),
                new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control),
                FilterParameters::kept,
                queue,
                new SnsDigests(clients.sns(), environment.require("DIGEST_TOPIC_ARN")));
    }

    WatchSources watch() {
        DynamoSources sources = new DynamoSources(dynamo, environment.require("SOURCES_TABLE"));
        return new WatchSources(
                sources,
                sources,
                new DynamoSourceAlerts(dynamo, control, environment.clock()),
                searches,
                ArticleWalk.byArrival(new NewestFirst(arrivals)),
                FilterParameters::kept,
                queue);
    }
}
