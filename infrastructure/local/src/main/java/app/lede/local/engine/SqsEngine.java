package app.lede.local.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scalikejdbc.ConnectionPool;
import scalikejdbc.ConnectionPoolSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Starts ElasticMQ, in memory or over a database file. */
final class SqsEngine {
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private SqsEngine() {}

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param data where messages are kept; in memory when absent
     */
    static Engine start(int port, Optional<Path> data, Credentials credentials) throws EngineFailed, IOException {
        // Otherwise it stops itself as soon as the process is told to, before what is being handled is acknowledged.
        System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        ConfigFactory.invalidateCaches();
        SqsFront front = SqsFront.start(port);
        boolean started = false;
        try {
            Engine elasticMq = data.isEmpty()
                    ? inMemory(front.port(), credentials)
                    : kept(front.port(), KeptQueues.in(data.get().resolve("queues")), credentials);
            front.elasticMqIsAt(elasticMq.endpoint().getPort());
            started = true;
            return Engine.on(front.port(), () -> {
                front.close();
                elasticMq.close();
            });
        } finally {
            if (!started) {
                front.close();
            }
        }
    }

    /** Starts an engine in memory, whose queue URLs name the front's port. */
    private static Engine inMemory(int frontPort, Credentials credentials) {
        SQSRestServer server = SQSRestServerBuilder.withInterface(Engine.LOOPBACK)
                .withDynamicPort()
                .withServerAddress(new NodeAddress("http", Engine.LOOPBACK, frontPort, ""))
                .withAWSRegion(credentials.region())
                .start();
        int bound = server.waitUntilStarted().localAddress().getPort();
        return Engine.on(bound, server::stopAndWait);
    }

    /**
     * Starts a durable engine. ElasticMQ's own builder keeps nothing, and the server that does can't say which port it
     * was given.
     */
    private static Engine kept(int frontPort, KeptQueues queues, Credentials credentials)
            throws EngineFailed, IOException {
        int port = freePort();
        Map<String, Object> settings = new HashMap<>();
        settings.put("node-address.host", Engine.LOOPBACK);
        settings.put("node-address.port", frontPort);
        settings.put("rest-sqs.bind-hostname", Engine.LOOPBACK);
        settings.put("rest-sqs.bind-port", port);
        settings.put("rest-stats.enabled", false);
        settings.put("aws.region", credentials.region());
        settings.put("messages-storage.enabled", true);
        settings.put("messages-storage.uri", queues.uri());
        Config config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
        connectTo(queues.uri());
        var stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        Engine engine = Engine.on(port, stop::apply);
        awaitMessages(engine, queues.messages(), credentials);
        return engine;
    }

    /**
     * Makes all durable engines of this process use a database. ElasticMQ 1.7.1 does so for the first one alone (its {@code
     * DB.initializeSingleton}): the next would find the queues of the one before, and write to its file.
     */
    private static void connectTo(String uri) {
        ConnectionPoolSettings settings = ConnectionPool.singleton$default$4();
        ConnectionPool.singleton(uri, "", "", settings, ConnectionPool.singleton$default$5(uri, "", "", settings));
    }

    /**
     * Waits until stored messages are loaded. ElasticMQ answers before it has read what was kept; a queue made or asked
     * meanwhile would be empty.
     */
    private static void awaitMessages(Engine engine, long expected, Credentials credentials) throws EngineFailed {
        try (SqsClient sqs = client(engine, credentials)) {
            long end = System.nanoTime() + LONGEST_READING.toNanos();
            while (messages(sqs) < expected) {
                if (System.nanoTime() > end) {
                    engine.close();
                    throw new EngineFailed("ElasticMQ did not read the " + expected + " messages that were kept", null);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private static long messages(SqsClient sqs) {
        long messages = 0;
        for (String url : sqs.listQueues().queueUrls()) {
            messages +=
                    sqs
                            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(COUNTS))
                            .attributes()
                            .values()
                            .stream()
                            .mapToLong(Long::parseLong)
                            .sum();
        }
        return messages;
    }

    private static SqsClient client(Engine engine, Credentials credentials) {
        return SqsClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.of(credentials.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
