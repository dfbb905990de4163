package app.lede.local.wiring;

import app.lede.local.template.Function.StreamEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Delivers a table's changes to a function, as Lambda's event source mapping does: from the oldest kept one, a shard's in their
 * order, and a failed batch again before the next. Batches are delivered at once rather than after the template's window.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
final class StreamPoller implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 250;
    /** Looks at the stream's shards once in this many rounds. */
    private static final int ROUNDS_BETWEEN_SHARDS = 20;
    /** Maximum retries of a batch, where the template allows more. */
    private static final int MOST_RETRIES = 5;

    private final StreamEvent event;
    private final String arn;
    private final FunctionHost function;
    private final DynamoDbStreamsClient streams;
    private final Chaos chaos;
    private final Activity activity;
    private final Consumer<String> deadLetters;
    /** Iterators of open shards by id. */
    private final Map<String, String> iterators = new LinkedHashMap<>();
    /** Number of the last delivered change by shard. */
    private final Map<String, String> delivered = new LinkedHashMap<>();
    /** Ids of shards read to their end. */
    private final Set<String> ended = new LinkedHashSet<>();

    private final Thread reader;
    private volatile boolean closed;

    /**
     * Starts polling.
     *
     * @param arn of the stream
     * @param deadLetters takes a note of each batch whose attempts all failed
     */
    StreamPoller(
            StreamEvent event,
            String arn,
            FunctionHost function,
            DynamoDbStreamsClient streams,
            Chaos chaos,
            Activity activity,
            Consumer<String> deadLetters) {
        this.event = event;
        this.arn = arn;
        this.function = function;
        this.streams = streams;
        this.chaos = chaos;
        this.activity = activity;
        this.deadLetters = deadLetters;
        this.reader = Thread.ofPlatform()
                .daemon()
                .name("stream-" + function.function().name())
                .start(this::readUntilClosed);
    }

    private void readUntilClosed() {
        for (int round = 0; !closed; round++) {
            try {
                boolean any = readOnce(round % ROUNDS_BETWEEN_SHARDS == 0);
                if (!any) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                }
            } catch (SdkException e) {
                pauseAfter(e);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void pauseAfter(SdkException e) {
        if (!closed) {
            System.err.println(Thread.currentThread().getName() + ": " + e.getMessage());
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized boolean readOnce(boolean shardsToo) throws InterruptedException {
        if (shardsToo) {
            findShards();
        }
        boolean any = false;
        for (String shard : List.copyOf(iterators.keySet())) {
            GetRecordsResponse read = records(shard);
            if (!read.records().isEmpty()) {
                any = true;
                deliver(read.records());
                delivered.put(shard, read.records().getLast().dynamodb().sequenceNumber());
            }
            advance(shard, read.nextShardIterator());
        }
        return any;
    }

    private GetRecordsResponse records(String shard) {
        try {
            return read(shard);
        } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
            // DynamoDB Local says so of iterators that it gave out a moment ago.
            iterators.put(shard, iterator(shard));
            return read(shard);
        }
    }

    private GetRecordsResponse read(String shard) {
        return streams.getRecords(
                get -> get.shardIterator(iterators.getOrDefault(shard, "")).limit(event.batchSize()));
    }

    /** Creates an iterator that begins after the last delivered change, or with the oldest kept one. */
    private String iterator(String shard) {
        @Nullable String last = delivered.get(shard);
        return streams.getShardIterator(get -> get.streamArn(arn)
                        .shardId(shard)
                        .sequenceNumber(last)
                        .shardIteratorType(
                                last == null
                                        ? ShardIteratorType.TRIM_HORIZON
                                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                .shardIterator();
    }

    private void advance(String shard, @Nullable String next) {
        if (next == null) {
            iterators.remove(shard);
            ended.add(shard);
        } else {
            iterators.put(shard, next);
        }
    }

    /** Opens new shards, each only after its parent was read to its end. */
    private void findShards() {
        @Nullable String last = null;
        do {
            String from = last;
            DescribeStreamResponse page =
                    streams.describeStream(describe -> describe.streamArn(arn).exclusiveStartShardId(from));
            page.streamDescription().shards().forEach(this::open);
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
    }

    private void open(Shard shard) {
        String id = shard.shardId();
        boolean parentOpen = shard.parentShardId() != null && iterators.containsKey(shard.parentShardId());
        if (!parentOpen && !iterators.containsKey(id) && !ended.contains(id)) {
            iterators.put(id, iterator(id));
        }
    }

    private void deliver(List<Record> records) throws InterruptedException {
        activity.begin();
        try {
            List<Record> left = records;
            if (chaos.dropsBeforeAcknowledging()) {
                // A shard's order stays: the whole batch comes again.
                int unacknowledged = handled(left, Optional.empty());
                System.err.println(unacknowledged + " changes are delivered again, by chaos");
            }
            int attempt = 0;
            while (!left.isEmpty() && attempt <= retries()) {
                if (attempt > 0) {
                    TimeUnit.MILLISECONDS.sleep(100L << attempt);
                }
                Optional<Fault> fault = attempt == 0 ? chaos.ofInvocation() : Optional.empty();
                int handled = handled(left, fault);
                left = left.subList(handled, left.size());
                // As on Lambda, to split a batch behind what was handled is no retry.
                attempt = handled > 0 ? 0 : attempt + 1;
            }
            if (!left.isEmpty()) {
                deadLetters.accept(note(left));
            }
        } finally {
            activity.end();
        }
    }

    private int retries() {
        return event.retries() < 0 ? MOST_RETRIES : Math.min(MOST_RETRIES, event.retries());
    }

    private int handled(List<Record> batch, Optional<Fault> fault) {
        try {
            byte[] answer = function.invoke(StreamEvents.of(batch, arn), fault);
            return event.partialFailures() ? StreamEvents.handled(answer, batch) : batch.size();
        } catch (InvocationFailed e) {
            System.err.println(e.getMessage() + "; " + batch.size() + " changes will be tried again");
            return 0;
        }
    }

    /** Names a batch as Lambda's destination on failure does: by its place in the stream, without its records. */
    private String note(List<Record> batch) {
        return "{\"DDBStreamBatchInfo\":{\"batchSize\":" + batch.size() + ",\"startSequenceNumber\":\""
                + batch.getFirst().dynamodb().sequenceNumber() + "\",\"endSequenceNumber\":\""
                + batch.getLast().dynamodb().sequenceNumber() + "\",\"streamArn\":\"" + arn + "\"}}";
    }

    /** Tests whether every change so far was delivered. Waits for a batch that is under way. */
    synchronized boolean empty() {
        findShards();
        return iterators.keySet().stream()
                .allMatch(shard -> records(shard).records().isEmpty());
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
