package app.lede.web;

import app.lede.fetch.FetchRequest;
import app.lede.fetch.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Configures Apache HttpClient with redirects, retries, cookies and all other automatic behaviour off. */
final class ClientSettings {

    private static final int MAX_CONNECTIONS = 64;

    private ClientSettings() {}

    /** Creates a client that connects only to addresses returned by the guard's resolver. */
    static CloseableHttpClient client(UserAgent agent, FetchLimits limits, GuardedResolver fence) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(limits, fence))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionRequestTimeout(timeout(limits.total()))
                        .setResponseTimeout(timeout(limits.socket()))
                        .build())
                .setUserAgent(agent.header())
                // A host is asked again after seconds at the earliest, and what a lying Content-Length leaves on a
                // connection must not be read as the next answer.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /** Creates the request of one hop. */
    static HttpUriRequestBase hop(FetchRequest request, WebUrl url) {
        String form = request.form();
        HttpUriRequestBase hop = new HttpUriRequestBase(form == null ? "GET" : "POST", url.uri());
        if (form != null) {
            hop.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        }
        hop.setHeader("Accept", request.accept().header());
        hop.setHeader("Accept-Encoding", "gzip");
        hop.setHeader("Connection", "close");
        if (request.etag() != null) {
            hop.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            hop.setHeader("If-Modified-Since", request.lastModified());
        }
        return hop;
    }

    private static PoolingHttpClientConnectionManager connections(FetchLimits limits, GuardedResolver fence) {
        Http1Config http1 = Http1Config.custom()
                .setMaxHeaderCount(limits.headers())
                .setMaxLineLength(limits.headerLine())
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(fence)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.socket()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(limits.socket()))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        // The client's own parser skips invalid HTTP until the connection ends.
                        .responseParserFactory(new DefaultHttpResponseParserFactory(http1))
                        // Validators must survive the round trip byte for byte.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .build())
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
