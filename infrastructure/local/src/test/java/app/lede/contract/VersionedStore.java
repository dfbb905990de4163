package app.lede.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/**
 * Provides an S3 whose buckets can keep versions, which S3Proxy's cannot: moto, where a Python has it ({@code pip install
 * "moto[s3,server]==5.2.5"}; Apache-2.0): the one that {@code LEDE_PYTHON} names, or {@code python3}. Without it, the tests are
 * skipped and the reason is printed.
 *
 * @see <a href="https://docs.getmoto.org/en/latest/docs/server_mode.html">moto, server mode</a>
 */
public final class VersionedStore implements BeforeAllCallback {

    /**
     * Prints its port, and ends with its input, so that it never outlives the tests. Takes any configuration of notifications
     * and sends none, as it knows only queues of its own.
     */
    private static final String SERVER = """
        import os, sys
        try:
            from moto.server import ThreadedMotoServer
            from moto.s3.models import S3Backend
            from moto.s3.responses import S3Response
            S3Response._notification_config_from_body = lambda self: {}
            S3Backend.put_bucket_notification_configuration = lambda *given, **named: None
            server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        except ImportError as missing:
            sys.exit("this Python lacks a module: " + str(missing))
        server.start()
        print("port", server.get_host_and_port()[1], flush=True)
        sys.stdin.read()
        os._exit(0)
        """;

    private static final String PORT = "port ";

    private @Nullable Running running;

    /** Closed by JUnit together with its store. */
    record Running(Process python, URI endpoint) implements AutoCloseable {

        static Running start() {
            String name = Optional.ofNullable(System.getenv("LEDE_PYTHON")).orElse("python3");
            try {
                Process python = new ProcessBuilder(name, "-c", SERVER)
                        .redirectErrorStream(true)
                        .start();
                return new Running(python, URI.create("http://127.0.0.1:" + port(python)));
            } catch (IOException e) {
                throw new TestAbortedException("there is no " + name + " to run moto: " + e.getMessage(), e);
            }
        }

        private static int port(Process python) throws IOException {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder before = new StringBuilder();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(PORT)) {
                    Thread.ofPlatform().daemon().start(() -> drain(said));
                    return Integer.parseInt(line.substring(PORT.length()));
                }
                before.append(line).append('\n');
            }
            throw new TestAbortedException("moto, an S3 with versions, did not start: "
                    + before.toString().strip());
        }

        /** Reads what the server says, lest it waits for a reader. */
        private static void drain(BufferedReader said) {
            try {
                var unused = said.lines().collect(Collectors.counting());
            } catch (UncheckedIOException e) {
                // The server has ended.
            }
        }

        @Override
        public void close() {
            python.destroy();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(VersionedStore.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** Returns the address of the store. */
    public URI endpoint() {
        if (running == null) {
            throw new IllegalStateException("moto was not looked for");
        }
        return running.endpoint();
    }
}
