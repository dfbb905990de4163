package app.lede.reprocessarticles;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.dynamodb.DynamoSiteLines;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3DocumentList;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.Announcements;
import app.lede.aws.sqs.SqsQueue;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.Watchdog;
import app.lede.reprocess.Originals;
import app.lede.reprocess.Rehearsal;
import app.lede.reprocess.ReprocessArticles;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.summary.ExtractiveSummariser;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static ReprocessArticles step(Environment environment, Watchdog watchdog) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        S3Client s3 = clients.s3();
        String articles = environment.require("ARTICLES_TABLE");
        String control = environment.require("CONTROL_TABLE");
        String documents = environment.require("DOCUMENTS_BUCKET");
        return new ReprocessArticles(
                new DynamoReprocessings(dynamo, control, environment.clock()),
                ArticleWalk.of(new NewestFirst(new DynamoArrivals(dynamo, articles, control)), Optional.empty()),
                new DynamoArticles(dynamo, articles, control),
                new S3Articles(s3, environment.require("LIBRARY_BUCKET")),
                new Originals(new S3DocumentList(s3, documents)),
                new Rehearsal(
                        new S3Documents(s3, documents),
                        new DynamoSiteLines(dynamo, control),
                        new ArticleExtractor(),
                        new LanguageDetector().ready(),
                        new FactFinder(),
                        new ExtractiveSummariser(),
                        watchdog),
                new Announcements(clients::sqs, environment.require("PARSE_QUEUE_URL"), documents),
                new SqsQueue<>(clients.sqs(), environment.require("REPROCESS_QUEUE_URL")));
    }
}
