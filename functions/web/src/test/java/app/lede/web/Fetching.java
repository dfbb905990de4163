package app.lede.web;

import app.lede.fetch.Accept;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.RequestSigner;
import app.lede.testkit.RawServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Runs one fetch in a test: small limits, a fixed clock, and the test server exempt from the guard. */
final class Fetching {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Generous time limits, small sizes. */
    static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            20_000,
            100_000,
            50,
            10_000,
            5,
            50,
            2_000);

    private static final UserAgent AGENT = new UserAgent("1.2", "https://lede.example/about");

    private Fetching() {}

    static GuardedFetcher fetcher(RawServer server, FetchLimits limits) {
        return fetcher(server, limits, InetAddress::getAllByName);
    }

    static GuardedFetcher fetcher(RawServer server, FetchLimits limits, HostLookup lookup) {
        return fetcher(AllowedAddresses.parse(server.address() + ",site.test:" + server.port()), limits, lookup);
    }

    /** Returns a fetcher that tells its pauses rather than sleep. */
    static GuardedFetcher fetcher(RawServer server, Consumer<Duration> pauses) {
        return new GuardedFetcher(
                AGENT,
                AllowedAddresses.parse(server.address()),
                RequestSigner.NONE,
                InstantSource.fixed(NOW),
                LIMITS,
                InetAddress::getAllByName,
                pauses);
    }

    static FetchOutcome fetch(RawServer server, String path) {
        return fetch(server, server.url(path), LIMITS);
    }

    static FetchOutcome fetch(RawServer server, URI url, FetchLimits limits) {
        return fetch(AllowedAddresses.parse(server.address()), url, limits);
    }

    static FetchOutcome fetch(AllowedAddresses allowed, URI url, FetchLimits limits) {
        try (GuardedFetcher fetcher = fetcher(allowed, limits, InetAddress::getAllByName)) {
            return fetcher.fetch(FetchRequest.unconditional(url, Accept.FEED));
        }
    }

    private static GuardedFetcher fetcher(AllowedAddresses allowed, FetchLimits limits, HostLookup lookup) {
        return new GuardedFetcher(AGENT, allowed, InstantSource.fixed(NOW), limits, lookup);
    }

    static FetchLimits impatient(Duration socket, Duration total) {
        return new FetchLimits(
                socket,
                socket,
                total,
                LIMITS.bytesIn(),
                LIMITS.bytesOut(),
                LIMITS.ratio(),
                LIMITS.ratioFrom(),
                LIMITS.redirects(),
                LIMITS.headers(),
                LIMITS.headerLine());
    }
}
