package app.lede.fetcharticle;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.FetchSettings;
import app.lede.aws.dynamodb.DynamoCheckBudget;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.aws.dynamodb.DynamoLedger;
import app.lede.aws.dynamodb.DynamoParkedJobs;
import app.lede.aws.dynamodb.DynamoRobots;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.SqsQueue;
import app.lede.pipeline.FetchArticle;
import app.lede.pipeline.PageChecks;
import app.lede.pipeline.PageFetcher;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.RightsFiles;
import app.lede.robots.RememberedRobots;
import app.lede.robots.RobotsStore;
import app.lede.web.GuardedFetcher;
import app.lede.web.UserAgent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static FetchArticle step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        String control = environment.require("CONTROL_TABLE");
        FetchSettings settings = FetchSettings.of(environment, clients);
        GuardedFetcher web = new GuardedFetcher(
                UserAgent.of(settings.contact()), settings.allowed(), settings.signer(), environment.clock());
        PoliteFetcher fetcher = settings.polite(web, new DynamoHostGate(dynamo, control));
        RobotsStore robots = new RememberedRobots(new DynamoRobots(dynamo, control));
        return new FetchArticle(
                new DynamoLedger(dynamo, control),
                new PageFetcher(fetcher, robots, RightsFiles.in(robots), environment.clock()),
                new S3Documents(clients.s3(), environment.require("DOCUMENTS_BUCKET")),
                new DynamoDocumentLog(dynamo, control, environment.days("RETENTION_DAYS"), environment.clock()),
                new DynamoParkedJobs(dynamo, control),
                new SqsQueue<>(clients.sqs(), environment.require("FETCH_QUEUE_URL")),
                new PageChecks(
                        environment.require("RECHECK_PAGES").equals("ENABLED"),
                        new DynamoCheckBudget(
                                dynamo, control, Integer.parseInt(environment.require("RECHECKS_PER_DAY")))),
                environment.clock());
    }
}
