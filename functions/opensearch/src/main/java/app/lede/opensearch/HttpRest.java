package app.lede.opensearch;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends unsigned requests: to a cluster on this machine, or one behind a proxy that signs. Thread safe. */
public final class HttpRest implements Rest {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int FIRST_ERROR = 400;

    private final URI endpoint;

    /**
     * Creates a client.
     *
     * @param endpoint scheme, host and port
     */
    public HttpRest(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Reply send(String method, String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestMethod(method);
        connection.setRequestProperty("content-type", "application/json");
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return new Reply(status, bytes.length == 0 ? MissingNode.getInstance() : Json.read(bytes));
        }
    }
}
