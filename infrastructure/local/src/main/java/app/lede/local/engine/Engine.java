package app.lede.local.engine;

import java.net.URI;

/** A running emulator and its endpoint. */
public record Engine(URI endpoint, Runnable stop) implements AutoCloseable {

    /** The only address anything here listens on. */
    static final String LOOPBACK = "127.0.0.1";

    static Engine on(int port, Runnable stop) {
        return new Engine(URI.create("http://" + LOOPBACK + ":" + port), stop);
    }

    /** Returns an external engine, which is not stopped. */
    static Engine elsewhere(URI endpoint) {
        return new Engine(endpoint, () -> {});
    }

    @Override
    public void close() {
        stop.run();
    }
}
