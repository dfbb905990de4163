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
        SideBySide.forEach(batches(jobs.stream().map(MessageBody::of).toList()), this::sendBatch);
    }

    @Override
    public void sendLater(J job, Duration delay) {
        long seconds = Math.ceilDiv(Math.max(0, delay.toMillis()), 1000L);
        client.sendMessage(SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(MessageBody.of(job))
                .delaySeconds((int) Math.min(LONGEST_DELAY.toSeconds(), seconds))
                .build());
    }

    private static List<List<String>> batches(List<String> bodies) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int size = 0;
        for (String body : bodies) {
            int bytes = MessageBody.bytes(body);
            if (!batch.isEmpty() && (batch.size() == MOST_AT_ONCE || size + bytes > MessageBody.MOST_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(body);
            size += bytes;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Sends a batch and resends its failed messages; the status is 200 even if messages failed. */
    private void sendBatch(List<String> bodies) {
        List<SendMessageBatchRequestEntry> left = entries(bodies);
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

    private static List<SendMessageBatchRequestEntry> entries(List<String> bodies) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String body : bodies) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(body)
                    .build());
        }
        return entries;
    }
}
