package app.lede.exportarticles;

import app.lede.api.FilterParameters;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoExports;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3ExportFiles;
import app.lede.aws.sqs.SqsQueue;
import app.lede.export.ExportArticles;
import app.lede.opensearch.StackIndex;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static ExportArticles step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String articles = environment.require("ARTICLES_TABLE");
        String control = environment.require("CONTROL_TABLE");
        String library = environment.require("LIBRARY_BUCKET");
        return new ExportArticles(
                new DynamoExports(dynamo, control, environment.clock()),
                new S3ExportFiles(clients.s3(), library),
                new DynamoArticles(dynamo, articles, control),
                new S3Articles(clients.s3(), library),
                ArticleWalk.of(
                        new NewestFirst(new DynamoArrivals(dynamo, articles, control)),
                        new StackIndex(environment, clients::s3)
                                .open(environment.find("OPENSEARCH_URL"), environment.find("INDEX_BUCKET"))),
                FilterParameters::kept,
                new SqsQueue<>(clients.sqs(), environment.require("EXPORT_QUEUE_URL")));
    }
}
