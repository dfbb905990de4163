package app.lede.web;

import app.lede.alert.WebhookSender;
import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Posts to webhooks behind the same guard as {@link GuardedFetcher}: public addresses only, checked at every connection, and a
 * deadline. Follows no redirect and reads no body of an answer.
 *
 * <p>Thread safe. Use one per process. A call takes at most {@link FetchLimits#total}, plus {@link FetchLimits#connect} if
 * time runs out during a look-up.
 */
public final class GuardedWebhooks implements WebhookSender, AutoCloseable {

    private final CloseableHttpClient client;
    private final AddressRules rules = new AddressRules();
    private final TimedLookup names;
    private final AllowedAddresses allowed;
    private final FetchLimits limits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadline").factory());

    /** Creates a sender with the default limits and the operating system's resolver. */
    public GuardedWebhooks(UserAgent agent, AllowedAddresses allowed) {
        this(agent, allowed, FetchLimits.DEFAULTS, InetAddress::getAllByName);
    }

    GuardedWebhooks(UserAgent agent, AllowedAddresses allowed, FetchLimits limits, HostLookup lookup) {
        this.allowed = allowed;
        this.limits = limits;
        this.names = new TimedLookup(lookup, limits.connect());
        this.client = ClientSettings.client(agent, limits, new GuardedResolver(names, rules, allowed));
    }

    @Override
    public Sent post(String url, Map<String, String> headers, byte[] body) {
        Optional<WebUrl> target = WebUrl.of(url);
        if (target.isEmpty()) {
            return new Sent.Blocked("not an http or https URL");
        }
        AddressRules.Verdict form = rules.form(target.get(), allowed);
        if (!form.allowed()) {
            return new Sent.Blocked(form.reason());
        }
        HttpPost post = new HttpPost(target.get().uri());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader("Connection", "close");
        headers.forEach(post::setHeader);
        try (Deadline deadline = new Deadline(timer, limits.total())) {
            deadline.watch(post);
            return posted(target.get(), post, deadline);
        }
    }

    private Sent posted(WebUrl url, HttpPost post, Deadline deadline) {
        @Nullable ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(new HttpHost(url.scheme(), url.host(), url.port()), post, null);
            int status = response.getCode();
            return status >= 200 && status < 300 ? new Sent.Accepted(status) : new Sent.Failed("status " + status);
        } catch (BlockedAddressException e) {
            return new Sent.Blocked(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Sent.Failed(deadline.hasPassed() ? "not done within " + limits.total() : e.toString());
        } finally {
            // Cut first: closing alone would read the rest of a possibly endless body.
            post.cancel();
            Closer.closeQuietly(response);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        names.close();
        timer.shutdownNow();
    }
}
