package app.lede.opensearch;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests by HTTP/1.1. Thread safe. */
public final class HttpRest implements Rest {

    static final String JSON = "application/json";

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int FIRST_ERROR = 400;

    private final URI endpoint;
    private final Signing signing;

    /**
     * Creates a client.
     *
     * @param endpoint scheme, host and port; a path is ignored
     */
    public HttpRest(URI endpoint, Signing signing) {
        this.endpoint = endpoint;
        this.signing = signing;
    }

    /** Creates a client that does not sign. */
    public HttpRest(URI endpoint) {
        this(endpoint, Signing.NONE);
    }

    @Override
    public Reply send(String method, String path, String body) throws IOException {
        URI target = endpoint.resolve(path);
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestMethod(method);
        connection.setRequestProperty("content-type", JSON);
        signing.headers(method, target, sent)
                .forEach((name, values) -> values.forEach(value -> connection.setRequestProperty(name, value)));
        if (sent.length > 0) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(sent);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return new Reply(status, bytes.length == 0 ? MissingNode.getInstance() : Json.read(bytes));
        }
    }
}
