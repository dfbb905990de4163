package app.lede.schedulepolls;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.dynamodb.DynamoParkedJobs;
import app.lede.aws.dynamodb.DynamoPlannedMinutes;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.sqs.SqsQueue;
import app.lede.pipeline.SchedulePolls;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Wires the function from its environment. */
final class Wiring {

    private Wiring() {}

    static SchedulePolls step(Environment environment) {
        AwsClients clients = new AwsClients(environment);
        DynamoDbClient dynamo = clients.dynamoDb();
        return new SchedulePolls(
                new DynamoSources(dynamo, environment.require("SOURCES_TABLE")),
                new DynamoPlannedMinutes(dynamo, environment.require("CONTROL_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("POLL_QUEUE_URL")),
                new DynamoParkedJobs(dynamo, environment.require("CONTROL_TABLE")),
                new SqsQueue<>(clients.sqs(), environment.require("FETCH_QUEUE_URL")));
    }
}
