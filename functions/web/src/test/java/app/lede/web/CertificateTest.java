package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchRequest;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates must be trusted and name the requested host. */
class CertificateTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void startServerWithItsOwnCertificate() throws Exception {
        Path store = folder.resolve("site.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "site",
                        "-dname",
                        "CN=site.test",
                        "-ext",
                        "san=dns:site.test",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @AfterEach
    void trustNobody() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
    }

    @Test
    void a_trusted_certificate_of_the_host_is_believed() {
        trustTheSite();
        assertInstanceOf(Fetched.class, fetch("site.test"));
    }

    @Test
    void a_certificate_of_another_host_is_not() {
        trustTheSite();
        Failed failed = assertInstanceOf(Failed.class, fetch("other.test"));
        assertEquals(Failure.TLS, failed.failure());
        assertTrue(failed.detail().contains("other.test"), failed.detail());
    }

    @Test
    void a_certificate_nobody_signed_is_not() {
        assertEquals(
                Failure.TLS, assertInstanceOf(Failed.class, fetch("site.test")).failure());
    }

    private static void trustTheSite() {
        System.setProperty(TRUST_STORE, folder.resolve("site.p12").toString());
        System.setProperty(TRUST_STORE + "Password", new String(PASSWORD));
    }

    private static FetchOutcome fetch(String host) {
        String address = host + ":" + server.getAddress().getPort();
        try (GuardedFetcher fetcher = new GuardedFetcher(
                new UserAgent("1", "https://lede.example/"),
                AllowedAddresses.parse(address),
                InstantSource.fixed(Fetching.NOW),
                Fetching.LIMITS,
                name -> new InetAddress[] {InetAddress.getLoopbackAddress()})) {
            return fetcher.fetch(FetchRequest.unconditional(URI.create("https://" + address + "/"), Accept.PAGE));
        }
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
