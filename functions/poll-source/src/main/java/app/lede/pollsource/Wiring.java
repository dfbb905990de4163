package app.lede.pollsource;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.FetchSettings;
import app.lede.aws.dynamodb.DynamoBackfills;
import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.aws.dynamodb.DynamoLedger;
import app.lede.aws.dynamodb.DynamoRobots;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.sqs.SqsQueue;
import app.lede.feed.FeedReader;
import app.lede.fetch.UrlLedger;
import app.lede.hash.Digest;
import app.lede.pipeline.BackfillSource;
import app.lede.pipeline.Callbacks;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PageFetcher;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.PollSource;
import app.lede.robots.RememberedRobots;
import app.lede.robots.RobotsStore;
import app.lede.source.SourceStore;
import app.lede.web.GuardedFetcher;
import app.lede.web.UserAgent;
import java.security.SecureRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wires the function from its environment. */
final class Wiring {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Wiring() {}

    static PollSourceHandler.Steps steps(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        SqsClient sqs = clients.sqs();
        String control = environment.require("CONTROL_TABLE");
        FetchSettings settings = FetchSettings.of(environment, clients);
        GuardedFetcher web = new GuardedFetcher(
                UserAgent.of(settings.contact()), settings.allowed(), settings.signer(), environment.clock());
        PoliteFetcher fetcher = settings.polite(web, new DynamoHostGate(dynamo, control));
        SourceStore sources = new DynamoSources(dynamo, environment.require("SOURCES_TABLE"));
        UrlLedger ledger = new DynamoLedger(dynamo, control);
        S3Documents documents = new S3Documents(clients.s3(), environment.require("DOCUMENTS_BUCKET"));
        JobQueue<PollJob> polls = new SqsQueue<>(sqs, environment.require("POLL_QUEUE_URL"));
        JobQueue<FetchJob> fetches = new SqsQueue<>(sqs, environment.require("FETCH_QUEUE_URL"));
        RobotsStore robots = new RememberedRobots(new DynamoRobots(dynamo, control));
        return new PollSourceHandler.Steps(
                new PollSource(
                        sources,
                        ledger,
                        documents,
                        fetcher,
                        new Callbacks(environment.require("CALLBACK_URL"), Wiring::secret),
                        new FeedReader(),
                        polls,
                        fetches,
                        environment.clock()),
                new BackfillSource(
                        sources,
                        new DynamoBackfills(dynamo, control),
                        new PageFetcher(fetcher, robots, environment.clock()),
                        robots,
                        ledger,
                        documents,
                        documents,
                        polls,
                        fetches,
                        settings.gaps(),
                        environment.clock()));
    }

    /** Returns 256 random bits as 52 characters. */
    private static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Digest.base32(bits);
    }
}
