package app.lede.local.engine;

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

/** The three engines of a stack, started side by side: each spends most of its start loading classes. */
public record Engines(Engine dynamodb, Engine s3, Engine sqs, Credentials credentials) implements AutoCloseable {

    /**
     * Where the engines listen and what they keep.
     *
     * @param ports 0 for free ones
     * @param data folder for what outlives the stack; nothing is kept when absent
     * @param elsewhere addresses by the name of the AWS variable that gave them, such as {@code AWS_ENDPOINT_URL_S3}; an engine that
     *     runs elsewhere is used and not started
     */
    public record Plan(Ports ports, Optional<Path> data, Map<String, URI> elsewhere) {
        private Optional<Engine> outside(String service) {
            URI own = elsewhere.get("AWS_ENDPOINT_URL_" + service);
            return Optional.ofNullable(own == null ? elsewhere.get("AWS_ENDPOINT_URL") : own)
                    .map(Engine::elsewhere);
        }

        /** Whether S3 runs elsewhere, so that it and not this stack sends the notifications. */
        public boolean s3Elsewhere() {
            return outside("S3").isPresent();
        }
    }

    /** A port for each engine. */
    public record Ports(int s3, int dynamodb, int sqs) {}

    /**
     * Starts what does not run elsewhere; on failure everything that did start is stopped again.
     *
     * @throws EngineFailed when one does not start, for example because its port is taken
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
            throw new EngineFailed("An engine did not start: " + reason(e), e);
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
