package app.lede.signature;

import app.lede.fetch.RequestSigner;
import app.lede.fetch.WebUrl;
import app.lede.signature.MessageSignature.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Signs requests as crawlers identify themselves (draft-ietf-webbotauth-httpsig-protocol-00): over the authority that is asked
 * and the place of our key directory, with Ed25519, for {@value #SECONDS} seconds. Thread safe.
 */
public final class WebBotAuth implements RequestSigner {

    static final String ALGORITHM = "ed25519";

    /** Longer than the clocks of servers usually differ, and too short for a signature that was overheard to be of use. */
    private static final long SECONDS = 300;

    private static final String LABEL = "sig1";

    private final Supplier<SigningKey> keys;
    private final String agent;
    private final Supplier<String> nonces;
    private final InstantSource clock;

    /**
     * Creates a signer.
     *
     * @param keys the key to sign with at the time of the call
     * @param agent origin that serves the directory of our keys, such as {@code https://api.example}
     * @param nonces 64 random bytes in base64, others at each call
     */
    public WebBotAuth(Supplier<SigningKey> keys, String agent, Supplier<String> nonces, InstantSource clock) {
        this.keys = keys;
        this.agent = MessageSignature.quoted(agent);
        this.nonces = nonces;
        this.clock = clock;
    }

    @Override
    public Map<String, String> headers(WebUrl url) {
        SigningKey key = keys.get();
        Instant now = clock.instant();
        MessageSignature signature = new MessageSignature(
                List.of(
                        Component.of("@authority", url.authority()),
                        new Component("\"signature-agent\";key=\"" + LABEL + "\"", agent)),
                now,
                now.plus(Duration.ofSeconds(SECONDS)),
                key.id(),
                ALGORITHM,
                nonces.get(),
                "web-bot-auth");
        return Map.of(
                "Signature-Agent", LABEL + "=" + agent,
                "Signature-Input", LABEL + "=" + signature.input(),
                "Signature", LABEL + "=" + signature.signedBy(key));
    }
}
