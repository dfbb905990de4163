package app.lede.aws;

import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.Fetcher;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.RequestSigner;
import app.lede.fetch.Timer;
import app.lede.pipeline.PoliteFetcher;
import java.time.InstantSource;

/**
 * Settings of a function that fetches pages and feeds, read from its environment. The HTTP client is made of them by the
 * function, since only functions that fetch carry one. Thread safe.
 *
 * @param contact a URL or a mail address for publishers
 * @param allowed private addresses that may be fetched from
 * @param signer of the requests; signs nothing where the stack has no key
 * @param gaps between two requests to a host
 */
public record FetchSettings(
        String contact, AllowedAddresses allowed, RequestSigner signer, HostGaps gaps, InstantSource clock) {

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException if a required variable is missing; the message names it
     */
    public static FetchSettings of(Environment environment, AwsClients clients) {
        return new FetchSettings(
                environment.require("CONTACT"),
                environment.allowedAddresses(),
                SigningKeys.signer(
                        clients,
                        environment.find("SIGNING_KEY_ARN"),
                        environment.require("SIGNATURE_AGENT"),
                        environment.clock()),
                HostGaps.of(
                        environment.require("HOST_GAP_SECONDS"),
                        environment.find("HOST_GAPS").orElse("")),
                environment.clock());
    }

    /** Returns a fetcher that keeps the gaps, over all invocations that share the gate. */
    public <C extends Fetcher & Timer> PoliteFetcher polite(C client, HostGate gate) {
        return new PoliteFetcher(client, gate, gaps, client, clock);
    }
}
