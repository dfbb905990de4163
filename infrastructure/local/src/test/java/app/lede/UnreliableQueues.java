package app.lede;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * Queues at their worst: each message is delivered several times with random delays, so that copies overtake each
 * other; or each handled message is delivered again, as if its function had died before the acknowledgement.
 *
 * <p>A message sent with a delay is a job waiting for its turn, itself a copy already; it is delivered once, as its
 * copies would otherwise multiply without end.
 *
 * <p>The seed fixes the random choices, not the order in which the stack's threads make them. Thread safe.
 */
final class UnreliableQueues implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTION = "X-Amz-Target";
    private static final String DELAY = "DelaySeconds";
    private static final int LONGEST_DELAY_SECONDS = 2;
    private static final int COMES_AGAIN_AFTER_SECONDS = 1;

    private final int times;
    private final int longestDelay;
    private final boolean losesAcknowledgements;
    private final Random random;
    private final SQSRestServer queues;
    private final HttpServer front;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger passedOn = new AtomicInteger();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    private UnreliableQueues(int times, int longestDelay, boolean losesAcknowledgements, long seed) throws IOException {
        this.times = times;
        this.longestDelay = longestDelay;
        this.losesAcknowledgements = losesAcknowledgements;
        this.random = new Random(seed);
        this.queues = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::answer);
        front.setExecutor(threads);
        front.start();
    }

    /** Delivers every message several times, delayed and shuffled. */
    static UnreliableQueues repeating(int times, long seed) throws IOException {
        return new UnreliableQueues(times, LONGEST_DELAY_SECONDS, false, seed);
    }

    /** Delivers every message once, but loses its first acknowledgement. */
    static UnreliableQueues losingAcknowledgements() throws IOException {
        return new UnreliableQueues(1, 0, true, 0);
    }

    /** Returns the endpoint of the queues. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** Returns the number of distinct messages sent. */
    int taken() {
        return taken.get();
    }

    /** Returns the number of messages delivered. */
    int passedOn() {
        return passedOn.get();
    }

    /** Returns the number of handled messages that were delivered again. */
    int lost() {
        return lost.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = String.valueOf(exchange.getRequestHeaders().getFirst(ACTION));
            HttpResponse<byte[]> last =
                    forward(action, exchange.getRequestBody().readAllBytes());
            last.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(last.statusCode(), last.body().length == 0 ? -1 : last.body().length);
            exchange.getResponseBody().write(last.body());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(String action, byte[] body) throws IOException, InterruptedException {
        return switch (action) {
            case "AmazonSQS.SendMessage" -> repeat(action, (ObjectNode) JSON.readTree(body), false);
            case "AmazonSQS.SendMessageBatch" -> repeat(action, (ObjectNode) JSON.readTree(body), true);
            case "AmazonSQS.DeleteMessageBatch" ->
                losesAcknowledgements ? acknowledge((ObjectNode) JSON.readTree(body)) : send(action, body);
            default -> send(action, body);
        };
    }

    /** Makes a message visible again on its first acknowledgement, without telling the consumer. */
    private HttpResponse<byte[]> acknowledge(ObjectNode request) throws IOException, InterruptedException {
        List<JsonNode> entries = entries(request);
        List<JsonNode> again = entries.stream()
                .filter(entry -> lost.add(entry.path("ReceiptHandle").asText().replaceFirst("#.*", "")))
                .toList();
        if (again.isEmpty()) {
            return send("AmazonSQS.DeleteMessageBatch", JSON.writeValueAsBytes(request));
        }
        List<JsonNode> handled =
                entries.stream().filter(entry -> !again.contains(entry)).toList();
        if (!handled.isEmpty()) {
            ObjectNode delete = request.deepCopy();
            delete.putArray("Entries").addAll(handled);
            send("AmazonSQS.DeleteMessageBatch", JSON.writeValueAsBytes(delete));
        }
        ObjectNode show = request.deepCopy();
        again.forEach(entry -> ((ObjectNode) entry).put("VisibilityTimeout", COMES_AGAIN_AFTER_SECONDS));
        show.putArray("Entries").addAll(again);
        return send("AmazonSQS.ChangeMessageVisibilityBatch", JSON.writeValueAsBytes(show));
    }

    private static List<JsonNode> entries(ObjectNode request) {
        List<JsonNode> entries = new ArrayList<>();
        request.withArray("Entries").forEach(entries::add);
        return entries;
    }

    private HttpResponse<byte[]> repeat(String action, ObjectNode request, boolean batch)
            throws IOException, InterruptedException {
        if (request.path(DELAY).asInt() > 0) {
            return send(action, JSON.writeValueAsBytes(request));
        }
        int events = batch ? request.withArray("Entries").size() : 1;
        taken.addAndGet(events);
        HttpResponse<byte[]> last = send(action, copy(request, batch));
        for (int i = 1; i < times; i++) {
            last = send(action, copy(request, batch));
        }
        passedOn.addAndGet(events * times);
        return last;
    }

    private byte[] copy(ObjectNode request, boolean batch) throws IOException {
        ObjectNode copy = request.deepCopy();
        if (batch) {
            List<JsonNode> entries = entries(copy);
            shuffle(entries);
            entries.forEach(this::delay);
            copy.putArray("Entries").addAll(entries);
        } else {
            delay(copy);
        }
        return JSON.writeValueAsBytes(copy);
    }

    private synchronized void shuffle(List<JsonNode> entries) {
        Collections.shuffle(entries, random);
    }

    private synchronized void delay(JsonNode message) {
        ((ObjectNode) message).put(DELAY, random.nextInt(longestDelay + 1));
    }

    private HttpResponse<byte[]> send(String action, byte[] body) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort());
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(ACTION, action)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
        queues.stopAndWait();
    }
}
