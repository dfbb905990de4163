package app.lede.local.engine;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/** Runs DynamoDB Local. Its own server can only listen on all addresses, so its handler runs in our loopback server. */
final class DynamoDbEngine {
    private static final long BUSY_MILLIS = 30_000;
    private static final boolean ONE_DATABASE_FOR_ALL_CALLERS = true;

    /** DynamoDB Local's own name for it. */
    private static final String DATABASE = "shared-local-instance.db";

    private static final boolean SLOW_STATUS_CHANGES = false;

    private DynamoDbEngine() {}

    /**
     * Starts the engine.
     *
     * @param port 0 for a free one
     * @param data folder of the tables; in memory if absent
     */
    static Engine start(int port, Optional<Path> data) throws Exception {
        // Its expiry job sleeps through a shutdown, and would keep the process for ten seconds more. All its threads
        // are in this
        // group, so that stopping can wake them.
        ThreadGroup threads = new ThreadGroup("dynamodb");
        FutureTask<Engine> starting = new FutureTask<>(() -> start(port, data, threads));
        new Thread(threads, starting, "dynamodb-start").start();
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Engine start(int port, Optional<Path> data, ThreadGroup threads) throws Exception {
        LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests(data), null);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(Engine.LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new LoopbackGuard(new ContextHandler(handler)));
        server.start();
        return Engine.on(connector.getLocalPort(), () -> stop(server, handler, threads));
    }

    private static LocalDynamoDBRequestHandler requests(Optional<Path> data) throws Exception {
        @Nullable String folder = null;
        if (data.isPresent()) {
            Path tables = Files.createDirectories(data.get().resolve("tables"));
            logAhead(tables.resolve(DATABASE));
            folder = tables.toString();
        }
        return new LocalDynamoDBRequestHandler(
                0, data.isEmpty(), folder, ONE_DATABASE_FOR_ALL_CALLERS, SLOW_STATUS_CHANGES);
    }

    /**
     * Puts the database into SQLite's write-ahead mode, which the file keeps. Each item is a transaction of its own; it
     * then costs one sync of the disk instead of four, and is as safe.
     */
    private static void logAhead(Path database) throws Exception {
        SQLiteLibraryLoader.initialize();
        SQLiteConnection connection = new SQLiteConnection(database.toFile());
        try {
            // The stack that ran before in this process may still be closing its last connection.
            connection.open(true).setBusyTimeout(BUSY_MILLIS).exec("PRAGMA journal_mode=WAL");
        } catch (SQLiteException e) {
            throw new EngineFailed(database + " is damaged or can't be opened: " + e.getMessage(), e);
        } finally {
            connection.dispose();
        }
    }

    private static void stop(Server server, LocalDynamoDBServerHandler handler, ThreadGroup threads) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        } finally {
            handler.close();
            threads.interrupt();
        }
    }
}
