package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.Credentials;
import app.lede.local.engine.EngineFailed;
import app.lede.local.engine.Engines;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class RedriveCommandTest {

    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    void every_dead_letter_comes_back_to_the_queue_it_came_from_and_other_queues_stay() throws EngineFailed {
        try (Engines engines = Engines.start(
                        new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.empty(), Map.of()),
                        Credentials.local(),
                        object -> {});
                SqsClient sqs = client(engines.sqs().endpoint())) {
            String dead = create(sqs, "lede-ParseDeadLetters-1Ab2", Map.of());
            String parse = create(sqs, "lede-ParseQueue-3Cd4", redriveTo("lede-ParseDeadLetters-1Ab2"));
            String other = create(sqs, "lede-OtherQueue-5Ef6", Map.of());
            for (int i = 0; i < 23; i++) {
                String body = "document " + i;
                sqs.sendMessage(send -> send.queueUrl(dead).messageBody(body));
            }
            sqs.sendMessage(send -> send.queueUrl(other).messageBody("stays"));

            assertEquals(0, redrive("--sqs", engines.sqs().endpoint().toString(), "--stack", "lede"));
            assertEquals(23, count(sqs, parse));
            assertEquals(0, count(sqs, dead));
            assertEquals(1, count(sqs, other));
            List<Message> back =
                    sqs.receiveMessage(receive -> receive.queueUrl(parse)).messages();
            assertEquals("document ", back.getFirst().body().substring(0, 9));
            assertEquals(List.of("lede-ParseDeadLetters-1Ab2: 23 moved"), terminal.results());
        }
    }

    @Test
    void dead_letters_of_a_stack_whose_name_begins_alike_stay() throws EngineFailed {
        try (Engines engines = Engines.start(
                        new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.empty(), Map.of()),
                        Credentials.local(),
                        object -> {});
                SqsClient sqs = client(engines.sqs().endpoint())) {
            String staged = create(sqs, "lede-staging-ParseDeadLetters-1Ab2", Map.of());
            create(sqs, "lede-staging-ParseQueue-3Cd4", redriveTo("lede-staging-ParseDeadLetters-1Ab2"));
            sqs.sendMessage(send -> send.queueUrl(staged).messageBody("stays"));
            String address = engines.sqs().endpoint().toString();
            assertEquals(0, redrive("--sqs", address, "--stack", "lede"));
            assertEquals(1, count(sqs, staged));
            assertEquals(List.of(), terminal.results());
            assertEquals(0, redrive("--sqs", address));
            assertEquals(List.of("lede-staging-ParseDeadLetters-1Ab2: 1 moved"), terminal.results());
        }
    }

    @Test
    void without_a_stack_or_an_address_nothing_is_touched() {
        assertThrows(WrongUsage.class, () -> new RedriveCommand(terminal.terminal()).call());
    }

    private int redrive(String... arguments) {
        return new CommandLine(new RedriveCommand(terminal.terminal())).execute(arguments);
    }

    private static Map<QueueAttributeName, String> redriveTo(String deadLetters) {
        return Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:" + deadLetters
                        + "\",\"maxReceiveCount\":5}");
    }

    private static String create(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private static int count(SqsClient sqs, String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(
                        get -> get.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "-1"));
    }

    private static SqsClient client(URI endpoint) {
        Credentials keys = Credentials.local();
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(keys.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
