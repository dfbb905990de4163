package app.lede.aws.sqs;

import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A queue of jobs on Amazon SQS, one JSON message each. Thread safe. */
public final class SqsQueue<J> implements JobQueue<J> {

    private static final int BATCH = 10;

    /** In UTF-16 units of JSON text, at most three bytes each: a whole batch must stay below 256 KB. */
    private static final int BATCH_SIZE = 80_000;

    private static final int TRIES = 4;

    private final SqsClient sqs;
    private final String url;

    public SqsQueue(SqsClient sqs, String url) {
        this.sqs = sqs;
        this.url = url;
    }

    @Override
    public void send(List<J> jobs) {
        List<String> batch = new ArrayList<>();
        int size = 0;
        for (J job : jobs) {
            String body = Json.text(job);
            if (batch.size() == BATCH || (size + body.length() > BATCH_SIZE && !batch.isEmpty())) {
                sendBatch(batch);
                batch.clear();
                size = 0;
            }
            batch.add(body);
            size += body.length();
        }
        if (!batch.isEmpty()) {
            sendBatch(batch);
        }
    }

    @Override
    public void sendLater(J job, Duration delay) {
        sqs.sendMessage(SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(Json.text(job))
                .delaySeconds(Math.toIntExact(delay.toSeconds()))
                .build());
    }

    /** A batch may succeed in part; what failed is sent again, and what fails again and again is an exception. */
    private void sendBatch(List<String> bodies) {
        List<String> left = List.copyOf(bodies);
        for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
            left = sendOnce(left);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " messages were refused by " + url);
        }
    }

    private List<String> sendOnce(List<String> bodies) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(bodies.get(i))
                    .build());
        }
        SendMessageBatchResponse response = sqs.sendMessageBatch(
                SendMessageBatchRequest.builder().queueUrl(url).entries(entries).build());
        return response.failed().stream()
                .map(BatchResultErrorEntry::id)
                .map(id -> bodies.get(Integer.parseInt(id)))
                .toList();
    }
}
