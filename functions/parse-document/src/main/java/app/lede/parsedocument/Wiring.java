package app.lede.parsedocument;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoSiteLines;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.Announcements;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.InboundMail;
import app.lede.pipeline.ParseDocument;
import app.lede.pipeline.RepeatedPage;
import app.lede.pipeline.Watchdog;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the function from its environment. */
final class Wiring {

    private static final Pattern COMMA = Pattern.compile(",");

    private Wiring() {}

    static ParseDocument step(Environment environment, Watchdog watchdog) {
        AwsClients clients = new AwsClients(environment);
        S3Client s3 = clients.s3();
        String control = environment.require("CONTROL_TABLE");
        String bucket = environment.require("DOCUMENTS_BUCKET");
        return new ParseDocument(
                new S3Documents(s3, bucket),
                new ArticleExtractor(),
                new DynamoSiteLines(clients.dynamoDb(), control),
                new S3Articles(s3, environment.require("LIBRARY_BUCKET")),
                new RepeatedPage(
                        new DynamoArticles(clients.dynamoDb(), environment.require("ARTICLES_TABLE"), control)),
                new DynamoDocumentLog(
                        clients.dynamoDb(), control, environment.days("RETENTION_DAYS"), environment.clock()),
                new Announcements(clients::sqs, environment.require("PARSE_QUEUE_URL"), bucket),
                watchdog,
                environment.clock(),
                new InboundMail(
                        new DynamoSources(clients.dynamoDb(), environment.require("SOURCES_TABLE")),
                        senders(environment),
                        environment.clock()));
    }

    private static List<String> senders(Environment environment) {
        return COMMA.splitAsStream(environment.find("MAIL_SENDERS").orElse(""))
                .map(String::strip)
                .filter(sender -> !sender.isEmpty())
                .toList();
    }
}
