package app.lede.local.wiring;

import app.lede.local.template.Function.QueueEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Delivers a queue's messages to its function, as Lambda's event source mapping does: batches of the template's size,
 * several at once; handled messages are deleted, others stay until their visibility timeout ends.
 */
final class QueuePoller implements AutoCloseable {
    private static final int RECEIVED_AT_ONCE = 10;
    private static final int WAIT_SECONDS = 1;
    private static final int GRACE_SECONDS = 5;
    private static final int RECEIVES_THAT_CHAOS_MAY_COST = 2;

    private final QueueEvent event;
    private final FunctionHost function;
    private final SqsClient sqs;
    private final String url;
    private final String arn;
    private final Chaos chaos;
    private final Activity activity;
    private final Semaphore free;
    private final ExecutorService workers;
    private final Thread receiver;
    private volatile boolean closed;

    /** A queue's URL and ARN. */
    record Source(String url, String arn) {}

    /**
     * Starts polling.
     *
     * @param concurrency batches at once
     */
    QueuePoller(
            QueueEvent event,
            Source source,
            FunctionHost function,
            SqsClient sqs,
            int concurrency,
            Chaos chaos,
            Activity activity) {
        this.event = event;
        this.function = function;
        this.sqs = sqs;
        this.url = source.url();
        this.arn = source.arn();
        this.chaos = chaos;
        this.activity = activity;
        this.free = new Semaphore(concurrency);
        String name = "poller-" + function.function().name();
        this.workers = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.receiver = Thread.ofPlatform().daemon().name(name).start(this::receiveUntilClosed);
    }

    private void receiveUntilClosed() {
        while (!closed) {
            try {
                free.acquire();
                if (!receive()) {
                    free.release();
                }
            } catch (SdkException e) {
                free.release();
                pauseAfter(e);
            } catch (InterruptedException | RejectedExecutionException closing) {
                return;
            }
        }
    }

    private void pauseAfter(SdkException e) {
        if (!closed) {
            System.err.println(Thread.currentThread().getName() + ": " + e.getMessage());
            try {
                TimeUnit.SECONDS.sleep(WAIT_SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Receives a batch; returns whether there was one, which then occupies a place until it is handled. */
    private boolean receive() {
        List<Message> batch = new ArrayList<>(receive(event.batchSize()));
        if (batch.isEmpty()) {
            return false;
        }
        long end = System.nanoTime() + Duration.ofSeconds(event.window()).toNanos();
        while (event.window() > 0 && batch.size() < event.batchSize() && System.nanoTime() < end) {
            batch.addAll(receive(event.batchSize() - batch.size()));
        }
        deliver(chaos.deliveries(batch));
        return true;
    }

    private List<Message> receive(int atMost) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(Math.min(RECEIVED_AT_ONCE, atMost))
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void deliver(List<Chaos.Delivery<Message>> deliveries) {
        // One place was taken for the whole batch; delayed or repeated deliveries must not keep others waiting.
        boolean holdsPlaceNext = true;
        for (Chaos.Delivery<Message> delivery : deliveries) {
            activity.begin();
            boolean holdsPlace = holdsPlaceNext;
            holdsPlaceNext = false;
            Executor start = delivery.after().isZero()
                    ? workers
                    : CompletableFuture.delayedExecutor(delivery.after().toMillis(), TimeUnit.MILLISECONDS, workers);
            start.execute(() -> finish(delivery.messages(), holdsPlace));
        }
    }

    private void finish(List<Message> messages, boolean holdsPlace) {
        try {
            handle(messages);
        } catch (SdkException e) {
            pauseAfter(e);
        } finally {
            activity.end();
            if (holdsPlace) {
                free.release();
            }
        }
    }

    private void handle(List<Message> messages) {
        byte[] payload = SqsEvent.of(messages, arn);
        if (payload.length > FunctionHost.LARGEST_PAYLOAD && messages.size() > 1) {
            // Lambda's own poller ends a batch before it is too large.
            int half = messages.size() / 2;
            handle(messages.subList(0, half));
            handle(messages.subList(half, messages.size()));
            return;
        }
        function.triggered("sqs:ReceiveMessage", event.queue() + ".Arn");
        // A message dies after so many receives, and chaos must leave some to the function's own failures.
        Optional<Fault> fault =
                messages.stream().allMatch(QueuePoller::mayFail) ? chaos.ofInvocation() : Optional.empty();
        byte[] answer;
        try {
            answer = function.invoke(payload, fault);
        } catch (InvocationFailed e) {
            fault.ifPresent(injected -> messages.forEach(this::comeAgain));
            System.err.println(e.getMessage() + "; " + messages.size() + " messages will be tried again");
            return;
        }
        Set<String> failed = event.partialFailures() ? SqsEvent.failures(answer, messages) : Set.of();
        List<DeleteMessageBatchRequestEntry> handled = new ArrayList<>();
        for (Message message : messages) {
            if (failed.contains(message.messageId())) {
                continue;
            }
            if (mayFail(message) && chaos.dropsBeforeAcknowledging()) {
                comeAgain(message);
            } else {
                handled.add(DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(handled.size()))
                        .receiptHandle(message.receiptHandle())
                        .build());
            }
        }
        delete(handled);
    }

    private void comeAgain(Message message) {
        try {
            sqs.changeMessageVisibility(change ->
                    change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(1));
        } catch (SqsException goneMeanwhile) {
            // Its other delivery was acknowledged.
        }
    }

    private void delete(List<DeleteMessageBatchRequestEntry> handled) {
        for (int from = 0; from < handled.size(); from += RECEIVED_AT_ONCE) {
            List<DeleteMessageBatchRequestEntry> entries =
                    handled.subList(from, Math.min(from + RECEIVED_AT_ONCE, handled.size()));
            function.triggered("sqs:DeleteMessage", event.queue() + ".Arn");
            sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
        }
    }

    private static boolean mayFail(Message message) {
        return receives(message) <= RECEIVES_THAT_CHAOS_MAY_COST;
    }

    private static int receives(Message message) {
        return Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    @Override
    public void close() {
        closed = true;
        receiver.interrupt();
        workers.shutdown();
        try {
            // Messages in progress would be lost with their queue.
            if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
