package app.lede.local.engine;

import java.net.URI;

/** An emulator that answers at an address until it is closed. */
public record Engine(URI endpoint, Runnable stop) implements AutoCloseable {

    /** The only address anything here listens on. */
    static final String LOOPBACK = "127.0.0.1";

    static Engine on(int port, Runnable stop) {
        return new Engine(URI.create("http://" + LOOPBACK + ":" + port), stop);
    }

    /** One that runs elsewhere and is left running. */
    static Engine elsewhere(URI endpoint) {
        return new Engine(endpoint, () -> {});
    }

    @Override
    public void close() {
        stop.run();
    }
}
