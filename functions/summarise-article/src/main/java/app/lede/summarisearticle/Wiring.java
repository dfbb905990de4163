package app.lede.summarisearticle;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.s3.S3Articles;
import app.lede.enrich.Countries;
import app.lede.enrich.LanguageDetector;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.Watchdog;
import app.lede.summary.ExtractiveSummariser;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static SummariseArticle step(Environment environment, Watchdog watchdog) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        return new SummariseArticle(
                new S3Articles(clients.s3(), environment.require("LIBRARY_BUCKET")),
                new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), environment.require("CONTROL_TABLE")),
                new DynamoDocumentLog(
                        dynamo,
                        environment.require("CONTROL_TABLE"),
                        environment.days("RETENTION_DAYS"),
                        environment.clock()),
                new LanguageDetector().ready(),
                new Countries(),
                new ExtractiveSummariser(),
                environment.clock(),
                watchdog);
    }
}
