package app.lede.web;

import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Blocked;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;

/**
 * The guarded client: every hop passes the address rules and the fence, every body the limits, and the whole ends when its
 * time is up. Follows redirects itself, keeps no cookies, retries nothing, sends no credentials.
 *
 * <p>Thread safe; one per process, since it owns a pool of connections and one timer thread. A thread waits at most
 * {@link FetchLimits#total} for servers; only a name server that never answers can hold it longer, as long as the operating
 * system's resolver does.
 */
public final class GuardedFetcher implements Fetcher, AutoCloseable {

    private final CloseableHttpClient client;
    private final AddressRules rules = new AddressRules();
    private final AllowedAddresses allowed;
    private final FetchLimits limits;
    private final AnswerReader answers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadline").factory());

    /** With the default limits and the operating system's name server. */
    public GuardedFetcher(UserAgent agent, AllowedAddresses allowed, InstantSource clock) {
        this(agent, allowed, clock, FetchLimits.DEFAULTS, InetAddress::getAllByName);
    }

    /** With other limits, or another name server. */
    public GuardedFetcher(
            UserAgent agent, AllowedAddresses allowed, InstantSource clock, FetchLimits limits, HostLookup lookup) {
        this.allowed = allowed;
        this.limits = limits;
        this.answers = new AnswerReader(limits, clock);
        this.client = ClientSettings.client(agent, limits, new GuardedResolver(lookup, rules, allowed));
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        Optional<WebUrl> start = WebUrl.of(request.url().toString());
        if (start.isEmpty()) {
            return new Blocked(request.url().toString(), "not an http or https URL");
        }
        try (Deadline deadline = new Deadline(timer, limits.total())) {
            return follow(request, start.get(), deadline);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        timer.shutdownNow();
    }

    private FetchOutcome follow(FetchRequest request, WebUrl start, Deadline deadline) {
        List<Redirect> redirects = new ArrayList<>();
        WebUrl url = start;
        while (true) {
            AddressRules.Verdict form = rules.form(url, allowed);
            if (!form.allowed()) {
                return new Blocked(url.toString(), form.reason());
            }
            switch (ask(request, url, List.copyOf(redirects), deadline)) {
                case Answer.Final answer -> {
                    return answer.outcome();
                }
                case Answer.Moved moved -> {
                    Optional<Blocked> objection = objection(url, moved, start, redirects);
                    if (objection.isPresent()) {
                        return objection.get();
                    }
                    WebUrl target = url.resolve(moved.location()).orElseThrow();
                    redirects.add(new Redirect(url.uri(), moved.status(), target.uri()));
                    url = target;
                }
            }
        }
    }

    /** Why a redirect isn't followed, before its target is judged like any other URL. */
    private Optional<Blocked> objection(WebUrl from, Answer.Moved moved, WebUrl start, List<Redirect> before) {
        Optional<WebUrl> target = from.resolve(moved.location());
        if (target.isEmpty()) {
            return Optional.of(new Blocked(shortened(moved.location()), "redirect to what is no http or https URL"));
        }
        URI next = target.get().uri();
        boolean seen = next.equals(start.uri())
                || before.stream().anyMatch(hop -> hop.target().equals(next));
        String reason = seen
                ? "redirect loop"
                : before.size() == limits.redirects()
                        ? "more than " + limits.redirects() + " redirects"
                        : from.scheme().equals("https") && target.get().scheme().equals("http")
                                ? "redirect from https to http"
                                : "";
        return reason.isEmpty() ? Optional.empty() : Optional.of(new Blocked(next.toString(), reason));
    }

    private Answer ask(FetchRequest request, WebUrl url, List<Redirect> redirects, Deadline deadline) {
        HttpUriRequestBase get = ClientSettings.get(request, url);
        deadline.watch(get);
        boolean answered = false;
        try (ClassicHttpResponse response =
                client.executeOpen(new HttpHost(url.scheme(), url.host(), url.port()), get, null)) {
            answered = true;
            try {
                Answer answer = answers.read(request, url, redirects, response);
                return deadline.hasPassed() ? late(url) : answer;
            } finally {
                // Before closing, or closing would politely read the rest of a body that may have no end.
                get.cancel();
            }
        } catch (IOException e) {
            return deadline.hasPassed() ? late(url) : new Answer.Final(Breakdown.outcome(url.uri(), e, answered));
        }
    }

    private Answer late(WebUrl url) {
        return new Answer.Final(new Failed(url.uri(), Failure.TIMEOUT, "not done within " + limits.total()));
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
