package app.lede.local.engine;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The three engines of a stack, started in parallel, since most of the start is class loading. */
public record Engines(Engine dynamodb, Engine s3, Engine sqs, Credentials credentials) implements AutoCloseable {

    /**
     * Ports and storage of the engines.
     *
     * @param ports 0 for free ones
     * @param data folder for persistent data; in memory if absent
     * @param elsewhere external endpoints by their AWS variable, such as {@code AWS_ENDPOINT_URL_S3}; these engines are
     *     used and not started
     */
    public record Plan(Ports ports, Optional<Path> data, Map<String, URI> elsewhere) {
        private Optional<Engine> outside(String service) {
            URI own = elsewhere.get("AWS_ENDPOINT_URL_" + service);
            return Optional.ofNullable(own == null ? elsewhere.get("AWS_ENDPOINT_URL") : own)
                    .map(Engine::elsewhere);
        }

        /** Tests whether S3 is external and sends its own notifications. */
        public boolean s3Elsewhere() {
            return outside("S3").isPresent();
        }
    }

    /** The port of each engine. */
    public record Ports(int s3, int dynamodb, int sqs) {}

    /**
     * Starts the engines that are not external; on failure stops those already started.
     *
     * @throws EngineFailed if one does not start, for example because its port is in use
     */
    public static Engines start(Plan plan, Credentials credentials, Consumer<StoredObject> listener)
            throws EngineFailed {
        Ports ports = plan.ports();
        ExecutorService starters = Executors.newFixedThreadPool(3);
        try {
            Future<Engine> sqs = starters.submit(
                    starting(plan.outside("SQS"), () -> SqsEngine.start(ports.sqs(), plan.data(), credentials)));
            Future<Engine> dynamodb = starters.submit(
                    starting(plan.outside("DYNAMODB"), () -> DynamoDbEngine.start(ports.dynamodb(), plan.data())));
            Future<Engine> s3 = starters.submit(
                    starting(plan.outside("S3"), () -> S3Engine.start(ports.s3(), plan.data(), credentials, listener)));
            return all(dynamodb, s3, sqs, credentials);
        } finally {
            starters.shutdown();
        }
    }

    /** Starts S3 alone, in memory on a free port, without notifications. */
    public static Engine s3InMemory(Credentials credentials) throws EngineFailed {
        try {
            return S3Engine.start(0, Optional.empty(), credentials, stored -> {});
        } catch (Exception e) {
            throw new EngineFailed("S3 did not start: " + e, e);
        }
    }

    private static Callable<Engine> starting(Optional<Engine> outside, Callable<Engine> start) {
        return () -> outside.isPresent() ? outside.get() : start.call();
    }

    private static Engines all(Future<Engine> dynamodb, Future<Engine> s3, Future<Engine> sqs, Credentials credentials)
            throws EngineFailed {
        try {
            return new Engines(dynamodb.get(), s3.get(), sqs.get(), credentials);
        } catch (ExecutionException | InterruptedException e) {
            for (Future<Engine> engine : List.of(dynamodb, s3, sqs)) {
                closeIfStarted(engine);
            }
            Throwable reason = reason(e);
            String advice = String.valueOf(reason.getMessage()).contains("bind") || reason instanceof BindException
                    ? "; if the port is in use, take other ports with --port"
                    : "";
            throw new EngineFailed("An engine did not start: " + reason + advice, e);
        }
    }

    private static void closeIfStarted(Future<Engine> engine) {
        try {
            engine.get().close();
        } catch (ExecutionException | InterruptedException | IllegalStateException e) {
            // The first failure is the one to report.
        }
    }

    private static Throwable reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Engine engine : List.of(s3, sqs, dynamodb)) {
            try {
                engine.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
