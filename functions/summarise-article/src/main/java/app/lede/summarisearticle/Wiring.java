package app.lede.summarisearticle;

import app.lede.abstractive.AbstractiveSummariser;
import app.lede.abstractive.ModelBudget;
import app.lede.abstractive.Prices;
import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoAnswers;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.Announcements;
import app.lede.bedrock.BedrockClients;
import app.lede.bedrock.BedrockModel;
import app.lede.bedrock.JsonCallLog;
import app.lede.enrich.Countries;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.grounding.GroundingGate;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.ModelSummaries;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.SummaryRetries;
import app.lede.pipeline.Watchdog;
import app.lede.rights.UnstatedUses;
import app.lede.summary.ExtractiveSummariser;
import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private final Environment environment;
    private final AwsClients clients;
    private final String libraryBucket;
    private final String control;
    private final S3Articles texts;
    private final DynamoArticles articles;
    private final ModelSummaries models;

    Wiring(Environment environment) {
        this.environment = environment;
        this.clients = new AwsClients(environment);
        this.libraryBucket = environment.require("LIBRARY_BUCKET");
        this.control = environment.require("CONTROL_TABLE");
        this.texts = new S3Articles(clients.s3(), libraryBucket);
        this.articles = new DynamoArticles(clients.dynamoDb(), environment.require("ARTICLES_TABLE"), control);
        this.models = new ModelSummaries(model(environment, clients, clients.dynamoDb()), unstated(environment));
    }

    SummariseArticle step(Watchdog watchdog) {
        DynamoDocumentLog log = new DynamoDocumentLog(
                clients.dynamoDb(), control, environment.days("RETENTION_DAYS"), environment.clock());
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
                new Deletion(articles, texts, documents, log, environment.clock()),
                models);
    }

    SummaryRetries retries() {
        return new SummaryRetries(
                texts,
                articles,
                models,
                new Announcements(clients::sqs, environment.require("SUMMARISE_QUEUE_URL"), libraryBucket),
                environment.clock());
    }

    private static Optional<AbstractiveSummariser> model(
            Environment environment, AwsClients clients, DynamoDbClient dynamo) {
        return environment.find("MODEL_ID").map(id -> {
            String control = environment.require("CONTROL_TABLE");
            return new AbstractiveSummariser(
                    new BedrockModel(BedrockClients.of(clients), id),
                    new Prices(amount(environment, "MODEL_INPUT_PRICE"), amount(environment, "MODEL_OUTPUT_PRICE")),
                    ModelBudget.ofDollars(id, amount(environment, "MODEL_BUDGET"), new DynamoSpending(dynamo, control)),
                    new DynamoAnswers(dynamo, control),
                    new GroundingGate(new Countries()),
                    new JsonCallLog(System.out, "summarise-article"),
                    environment.clock());
        });
    }

    private static UnstatedUses unstated(Environment environment) {
        boolean denied =
                environment.find("UNSTATED_AI_INPUT").filter("DENIED"::equals).isPresent();
        return new UnstatedUses(!denied, false);
    }

    private static BigDecimal amount(Environment environment, String variable) {
        return new BigDecimal(environment.require(variable));
    }
}
