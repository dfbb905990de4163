package app.lede.local.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local. Its own server listens on every address of the machine and cannot be told otherwise, so its handler runs in a
 * server of ours that listens on loopback.
 */
final class DynamoDbEngine {
    private static final boolean ONE_DATABASE_FOR_ALL_CALLERS = true;
    private static final boolean SLOW_STATUS_CHANGES = false;

    private DynamoDbEngine() {}

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param data where tables are kept; in memory when absent
     */
    static Engine start(int port, Optional<Path> data) throws Exception {
        LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests(data), null);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(Engine.LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler));
        server.start();
        return Engine.on(connector.getLocalPort(), () -> stop(server, handler));
    }

    private static LocalDynamoDBRequestHandler requests(Optional<Path> data) throws Exception {
        @Nullable
        String folder = data.isEmpty()
                ? null
                : Files.createDirectories(data.get().resolve("tables")).toString();
        return new LocalDynamoDBRequestHandler(
                0, data.isEmpty(), folder, ONE_DATABASE_FOR_ALL_CALLERS, SLOW_STATUS_CHANGES);
    }

    private static void stop(Server server, LocalDynamoDBServerHandler handler) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        } finally {
            handler.close();
        }
    }
}
