package app.lede.web;

import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Blocked;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.RequestSigner;
import app.lede.fetch.Timer;
import app.lede.fetch.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches URLs behind the SSRF guard: every hop is checked against the address rules and the resolver, every body
 * against the limits, and the whole fetch against a deadline. Follows redirects as far and as fast as a request allows, and signs
 * each hop anew where it is given a signer; sends no cookies and no credentials; never retries.
 *
 * <p>Thread safe. Use one per process: it owns a connection pool and a timer thread. A call takes at most {@link
 * FetchLimits#total}, plus {@link FetchLimits#connect} if time runs out during a look-up.
 */
public final class GuardedFetcher implements Fetcher, Timer, AutoCloseable {

    private final CloseableHttpClient client;
    private final RequestSigner signer;
    private final AddressRules rules = new AddressRules();
    private final TimedLookup names;
    private final AllowedAddresses allowed;
    private final FetchLimits limits;
    private final Consumer<Duration> pauses;
    private final ResponseReader answers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadline").factory());

    /** Creates a fetcher with the default limits and the operating system's resolver. */
    public GuardedFetcher(UserAgent agent, AllowedAddresses allowed, InstantSource clock) {
        this(agent, allowed, RequestSigner.NONE, clock);
    }

    /** Creates a fetcher that signs its requests, with the default limits and the operating system's resolver. */
    public GuardedFetcher(UserAgent agent, AllowedAddresses allowed, RequestSigner signer, InstantSource clock) {
        this(agent, allowed, signer, clock, FetchLimits.DEFAULTS, InetAddress::getAllByName, GuardedFetcher::sleep);
    }

    /** Creates a fetcher with other limits, or another resolver. */
    public GuardedFetcher(
            UserAgent agent, AllowedAddresses allowed, InstantSource clock, FetchLimits limits, HostLookup lookup) {
        this(agent, allowed, RequestSigner.NONE, clock, limits, lookup, GuardedFetcher::sleep);
    }

    GuardedFetcher(
            UserAgent agent,
            AllowedAddresses allowed,
            RequestSigner signer,
            InstantSource clock,
            FetchLimits limits,
            HostLookup lookup,
            Consumer<Duration> pauses) {
        this.signer = signer;
        this.pauses = pauses;
        this.allowed = allowed;
        this.limits = limits;
        this.answers = new ResponseReader(limits, clock);
        this.names = new TimedLookup(lookup, limits.connect());
        this.client = ClientSettings.client(agent, limits, new GuardedResolver(names, rules, allowed));
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        Optional<WebUrl> start = WebUrl.of(request.url().toString());
        Optional<WebUrl> current = WebUrl.of(request.current().toString());
        if (start.isEmpty() || current.isEmpty()) {
            return new Blocked(request.current().toString(), "not an http or https URL");
        }
        RedirectChain trail = new RedirectChain(start.get(), request.behind(), current.get(), limits.redirects());
        try (Deadline deadline = new Deadline(timer, limits.total())) {
            return follow(request, trail, deadline);
        }
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        ScheduledFuture<?> waiting =
                timer.schedule(() -> Thread.startVirtualThread(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        names.close();
        timer.shutdownNow();
    }

    private FetchOutcome follow(FetchRequest request, RedirectChain trail, Deadline deadline) {
        CookieJar cookies = new CookieJar();
        while (true) {
            WebUrl url = trail.current();
            AddressRules.Verdict form = rules.form(url, allowed);
            if (!form.allowed()) {
                return new Blocked(url.toString(), form.reason());
            }
            if (!goesOn(request, trail, cookies)) {
                return moved(request, trail);
            }
            switch (ask(request, trail, cookies, deadline)) {
                case Hop.Final answer -> {
                    return answer.outcome();
                }
                case Hop.Moved moved -> {
                    boolean fresh = cookies.take(trail.current(), moved.cookies());
                    Optional<Blocked> objection = trail.advance(moved, fresh);
                    if (objection.isPresent()) {
                        return objection.get();
                    }
                }
            }
        }
    }

    /** Tests whether the target of a redirect is asked for in this call, and waits for it. */
    private boolean goesOn(FetchRequest request, RedirectChain trail, CookieJar cookies) {
        int followed = trail.redirects().size() - request.behind().size();
        if (followed == 0) {
            return true;
        }
        boolean hasCookies = cookies.header(trail.current()).isPresent();
        boolean goesOn = request.follow().test(trail.current().uri())
                && staysWhole(request, trail)
                && !request.pace().endsAtRedirect(hasCookies);
        if (goesOn) {
            pauses.accept(request.pace().pause(followed - 1));
        }
        return goesOn;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The call is given up, and its last request fails by it.
        }
    }

    /** Tests whether a form may be resent: only after 307 and 308, which keep the method. */
    private static boolean staysWhole(FetchRequest request, RedirectChain trail) {
        return request.form() == null || trail.redirects().getLast().keepsMethod();
    }

    /** Returns a redirect to the caller, unless the guard would block its target. */
    private FetchOutcome moved(FetchRequest request, RedirectChain trail) {
        WebUrl url = trail.current();
        return url.address()
                .filter(address -> !allowed.contains(url.host(), url.port()))
                .map(rules::verdict)
                .filter(verdict -> !verdict.allowed())
                .<FetchOutcome>map(verdict -> new Blocked(url.toString(), verdict.reason() + " " + url.host()))
                .orElseGet(() -> new FetchOutcome.Moved(request.url(), trail.redirects()));
    }

    private Hop ask(FetchRequest request, RedirectChain trail, CookieJar cookies, Deadline deadline) {
        WebUrl url = trail.current();
        HttpUriRequestBase hop = ClientSettings.hop(request, url);
        cookies.header(url).ifPresent(header -> hop.setHeader("Cookie", header));
        signer.headers(url).forEach(hop::setHeader);
        deadline.watch(hop);
        @Nullable ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(new HttpHost(url.scheme(), url.host(), url.port()), hop, null);
            Hop answer = answers.read(request, trail, response);
            return deadline.hasPassed() ? late(url) : answer;
        } catch (IOException e) {
            boolean answered = response != null;
            return deadline.hasPassed() ? late(url) : new Hop.Final(TransportErrors.outcome(url.uri(), e, answered));
        } finally {
            // Cut first: closing alone would read the rest of a possibly endless body.
            hop.cancel();
            Closer.closeQuietly(response);
        }
    }

    private Hop late(WebUrl url) {
        return new Hop.Final(new Failed(url.uri(), Failure.TIMEOUT, "not done within " + limits.total()));
    }
}
