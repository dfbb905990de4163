package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Queues over a database file. */
class SqsEngineTest {

    @TempDir
    private Path folder;

    private static SqsClient client(Engine engine) {
        Credentials credentials = Credentials.local();
        return SqsClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.of(credentials.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private Engine start() throws Exception {
        return SqsEngine.start(0, Optional.of(folder), Credentials.local());
    }

    private static List<Message> receive(SqsClient sqs, String url) {
        return sqs.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
    }

    private static String queue(SqsClient sqs) {
        return sqs.createQueue(create -> create.queueName("parse-queue")).queueUrl();
    }

    @Test
    void what_was_sent_is_there_after_a_restart_and_what_was_deleted_is_not() throws Exception {
        try (Engine first = start();
                SqsClient sqs = client(first)) {
            String url = queue(sqs);
            for (String body : List.of("deleted", "in flight")) {
                sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
            }
            for (Message message : receive(sqs, url)) {
                if (message.body().equals("deleted")) {
                    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                }
            }
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("waiting"));
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("later").delaySeconds(900));
        }
        try (Engine second = start();
                SqsClient sqs = client(second)) {
            TreeSet<String> seen = new TreeSet<>();
            String url = queue(sqs);
            // One answer of a queue need not hold all that it has.
            for (int answer = 0; answer < 10 && seen.size() < 2; answer++) {
                receive(sqs, url).forEach(message -> seen.add(message.body()));
            }
            assertEquals(List.of("in flight", "waiting"), List.copyOf(seen));
        }
    }

    @Test
    void messages_and_batches_larger_than_sqs_takes_are_refused() throws Exception {
        try (Engine engine = SqsEngine.start(0, Optional.empty(), Credentials.local());
                SqsClient sqs = client(engine)) {
            String url = queue(sqs);
            String half = "x".repeat(1 << 19);
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(half + half));
            assertThrows(
                    SqsException.class,
                    () -> sqs.sendMessage(send -> send.queueUrl(url).messageBody(half + half + "x")));
            sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entry("1", half), entry("2", half)));
            assertThrows(
                    BatchRequestTooLongException.class,
                    () -> sqs.sendMessageBatch(
                            send -> send.queueUrl(url).entries(entry("1", half), entry("2", half + "x"))));
        }
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    @Test
    void a_damaged_file_is_named() throws Exception {
        Path file = Files.createDirectories(folder.resolve("queues")).resolve("messages.mv.db");
        Files.writeString(file, "no database at all ".repeat(500));
        EngineFailed failed = assertThrows(EngineFailed.class, this::start);
        assertTrue(String.valueOf(failed.getMessage()).contains(file + " is damaged"), failed::toString);
    }
}
