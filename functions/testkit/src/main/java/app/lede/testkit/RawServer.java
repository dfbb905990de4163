package app.lede.testkit;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A loopback server that sends exact bytes, valid HTTP or not. Thread safe. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Script script;
    private final boolean speaksFirst;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Answers one connection, which the server closes. An exception ends the connection. */
    @FunctionalInterface
    public interface Script {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    public RawServer(Script script) {
        this(script, false);
    }

    private RawServer(Script script, boolean speaksFirst) {
        try {
            this.script = script;
            this.speaksFirst = speaksFirst;
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that sends the same lines to every client. */
    public static RawServer saying(String... lines) {
        byte[] answer = head(lines);
        return new RawServer((path, out) -> out.write(answer));
    }

    /** Starts a server that sends text before it receives anything. */
    public static RawServer greeting(String text) {
        return new RawServer((path, out) -> out.write(text.getBytes(StandardCharsets.US_ASCII)), true);
    }

    /** Returns header lines and an empty line. */
    public static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a status line, headers and the body with its Content-Length. */
    public static void send(OutputStream out, String status, String headers, byte[] body) throws IOException {
        String more = headers.isEmpty() ? "" : headers + "\r\n";
        out.write(head("HTTP/1.1 " + status, more + "Content-Length: " + body.length));
        out.write(body);
    }

    public static void redirect(OutputStream out, int status, String location) throws IOException {
        out.write(head("HTTP/1.1 " + status + " Moved", "Location: " + location, "Content-Length: 0"));
    }

    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    public URI url(String path) {
        return URI.create("http://" + address() + path);
    }

    /** Returns the request heads received so far. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = speaksFirst ? "" : readHead(connection);
            requests.add(head);
            String[] words = head.split(" ", 3);
            script.answer(words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "", connection.getOutputStream());
            connection.shutdownOutput();
        } catch (IOException e) {
            return; // the client cut the connection, which most tests here want
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readHead(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
