package app.lede.contract;

import app.lede.local.engine.Credentials;
import app.lede.local.engine.EngineFailed;
import app.lede.local.engine.Engines;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts DynamoDB Local, S3Proxy and ElasticMQ in this process once, and stops them after the last test. */
final class LocalEngines implements BeforeAllCallback {

    private @Nullable Running running;

    /** Closed by JUnit together with its store. */
    record Running(Engines engines, CloudServices services) implements AutoCloseable {

        static Running start() {
            try {
                Engines engines = Engines.start(
                        new Engines.Plan(new Engines.Ports(0, 0, 0), Optional.empty(), Map.of()),
                        Credentials.local(),
                        object -> {});
                return new Running(engines, CloudServices.at(place(engines)));
            } catch (EngineFailed e) {
                throw new IllegalStateException(e);
            }
        }

        private static CloudServices.Place place(Engines engines) {
            Credentials credentials = engines.credentials();
            return new CloudServices.Place(
                    engines.dynamodb().endpoint(),
                    engines.s3().endpoint(),
                    engines.sqs().endpoint(),
                    credentials.region(),
                    credentials.accessKeyId(),
                    credentials.secretAccessKey());
        }

        @Override
        public void close() {
            services.close();
            engines.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(LocalEngines.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    CloudServices services() {
        if (running == null) {
            throw new IllegalStateException("the engines were not started");
        }
        return running.services();
    }
}
