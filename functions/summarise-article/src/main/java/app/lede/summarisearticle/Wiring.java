package app.lede.summarisearticle;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3Documents;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.pipeline.Deletion;
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
        String control = environment.require("CONTROL_TABLE");
        S3Articles texts = new S3Articles(clients.s3(), environment.require("LIBRARY_BUCKET"));
        DynamoArticles articles = new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control);
        DynamoDocumentLog log =
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock());
        S3Documents documents = new S3Documents(clients.s3(), environment.require("DOCUMENTS_BUCKET"));
        return new SummariseArticle(
                texts,
                articles,
                log,
                new LanguageDetector().ready(),
                new FactFinder(),
                new ExtractiveSummariser(),
                environment.clock(),
                watchdog,
                new Deletion(articles, texts, documents, log, environment.clock()));
    }
}
