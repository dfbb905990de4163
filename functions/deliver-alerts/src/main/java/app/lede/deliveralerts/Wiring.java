package app.lede.deliveralerts;

import app.lede.alert.DeliverAlerts;
import app.lede.api.FilterParameters;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.s3.S3Segments;
import app.lede.aws.sns.SnsDigests;
import app.lede.aws.sqs.SqsQueue;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import app.lede.search.SearchIndex;
import java.util.Optional;
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
                ArticleWalk.of(new NewestFirst(arrivals), index(environment, clients)),
                new ChangesInOrder(arrivals),
                new DynamoArticles(dynamo, articles, control),
                FilterParameters::kept,
                new SqsQueue<>(clients.sqs(), environment.require("WEBHOOK_QUEUE_URL")),
                new SnsDigests(clients.sns(), environment.require("DIGEST_TOPIC_ARN")));
    }

    /** Opens the search index, which a stack may be without. */
    private static Optional<SearchIndex> index(Environment environment, AwsClients clients) {
        return environment
                .find("INDEX_BUCKET")
                .map(bucket -> new IndexLayout(new S3Segments(clients.s3(), bucket), environment.clock()).index());
    }
}
