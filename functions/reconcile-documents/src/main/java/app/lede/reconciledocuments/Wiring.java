package app.lede.reconciledocuments;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoReconciliationWalks;
import app.lede.aws.s3.S3DocumentList;
import app.lede.aws.sqs.Announcements;
import app.lede.pipeline.DocumentsOfKey;
import app.lede.pipeline.ProbePipeline;
import app.lede.pipeline.ReconcileDocuments;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    /** Returns the probe of a stack that keeps a canary. */
    static Optional<ProbePipeline> probe(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String bucket = environment.require("DOCUMENTS_BUCKET");
        String control = environment.require("CONTROL_TABLE");
        ProbePipeline probe = new ProbePipeline(
                new S3DocumentList(clients.s3(), bucket),
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock()),
                new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control),
                (key, page) -> clients.s3()
                        .putObject(
                                put -> put.bucket(bucket).key(key).contentType("text/html; charset=utf-8"),
                                RequestBody.fromBytes(page)));
        return environment.find("CANARY").filter("ENABLED"::equals).map(on -> probe);
    }

    static ReconcileDocuments step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String bucket = environment.require("DOCUMENTS_BUCKET");
        String control = environment.require("CONTROL_TABLE");
        DocumentsOfKey records = new DocumentsOfKey(
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock()),
                new DynamoArticles(dynamo, environment.require("ARTICLES_TABLE"), control));
        return new ReconcileDocuments(
                new S3DocumentList(clients.s3(), bucket),
                records::of,
                new Announcements(clients::sqs, environment.require("PARSE_QUEUE_URL"), bucket),
                new DynamoReconciliationWalks(dynamo, control));
    }
}
