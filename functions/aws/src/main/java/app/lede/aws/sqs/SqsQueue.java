package app.lede.aws.sqs;

import app.lede.aws.SideBySide;
import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Sends jobs to an SQS queue as JSON, in batches of up to ten within the size limit. */
public final class SqsQueue<J> implements JobQueue<J> {

    private static final int MOST_AT_ONCE = 10;
    private static final int ATTEMPTS = 4;

    private final SqsClient client;
    private final String url;

    public SqsQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.url = queueUrl;
    }

    @Override
    public void send(List<J> jobs) {
        sendSpread(jobs.stream().map(job -> new Delayed<>(job, Duration.ZERO)).toList());
    }

    @Override
    public void sendSpread(List<Delayed<J>> jobs) {
        SideBySide.forEach(
                batches(jobs.stream()
                        .map(each -> new Message(MessageBody.of(each.job()), seconds(each.delay())))
                        .toList()),
                this::sendBatch);
    }

    private record Message(String body, int delaySeconds) {}

    @Override
    public void sendLater(J job, Duration delay) {
        client.sendMessage(SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(MessageBody.of(job))
                .delaySeconds(seconds(delay))
                .build());
    }

    private static int seconds(Duration delay) {
        long seconds = Math.ceilDiv(Math.max(0, delay.toMillis()), 1000L);
        return (int) Math.min(LONGEST_DELAY.toSeconds(), seconds);
    }

    private static List<List<Message>> batches(List<Message> messages) {
        List<List<Message>> batches = new ArrayList<>();
        List<Message> batch = new ArrayList<>();
        int size = 0;
        for (Message message : messages) {
            int bytes = MessageBody.bytes(message.body());
            if (!batch.isEmpty() && (batch.size() == MOST_AT_ONCE || size + bytes > MessageBody.MOST_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(message);
            size += bytes;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Sends a batch and resends its failed messages; the status is 200 even if messages failed. */
    private void sendBatch(List<Message> messages) {
        List<SendMessageBatchRequestEntry> left = entries(messages);
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            List<BatchResultErrorEntry> failed = client.sendMessageBatch(SendMessageBatchRequest.builder()
                            .queueUrl(url)
                            .entries(left)
                            .build())
                    .failed();
            boolean ours = failed.stream().anyMatch(BatchResultErrorEntry::senderFault);
            if (!failed.isEmpty() && (ours || attempt == ATTEMPTS)) {
                throw new IllegalStateException(
                        failed.size() + " jobs were refused: " + failed.get(0).code());
            }
            Set<String> ids = new HashSet<>();
            failed.forEach(entry -> ids.add(entry.id()));
            left = left.stream().filter(entry -> ids.contains(entry.id())).toList();
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<Message> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(message.body())
                    .delaySeconds(message.delaySeconds())
                    .build());
        }
        return entries;
    }
}
