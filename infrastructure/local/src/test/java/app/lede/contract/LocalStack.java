package app.lede.contract;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Provides LocalStack: the one at {@code LEDE_LOCALSTACK_URL}, else a container started once and stopped after the last
 * test. Without either, the tests are skipped and the reason is printed.
 */
final class LocalStack implements BeforeAllCallback {

    private static final String URL = "LEDE_LOCALSTACK_URL";

    /** The last image that needs no token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private @Nullable Running running;

    /** Closed by JUnit together with its store. */
    record Running(CloudServices services, Runnable stop) implements AutoCloseable {

        static Running find() {
            String url = System.getenv(URL);
            if (url != null && !url.isBlank()) {
                return new Running(services(URI.create(url), "us-east-1", "test", "test"), () -> {});
            }
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                throw new TestAbortedException(
                        "no Docker engine answers, and " + URL + " names no LocalStack that runs already");
            }
            LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("s3", "dynamodb", "sqs");
            container.start();
            return new Running(
                    services(
                            container.getEndpoint(),
                            container.getRegion(),
                            container.getAccessKey(),
                            container.getSecretKey()),
                    container::stop);
        }

        private static CloudServices services(URI endpoint, String region, String key, String secret) {
            return CloudServices.at(new CloudServices.Place(endpoint, endpoint, endpoint, region, key, secret));
        }

        @Override
        public void close() {
            services.close();
            stop.run();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(LocalStack.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.find(), Running.class);
    }

    CloudServices services() {
        if (running == null) {
            throw new IllegalStateException("LocalStack was not looked for");
        }
        return running.services();
    }
}
