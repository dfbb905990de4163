package app.lede.websub;

/**
 * A feed's hub and topic.
 *
 * @param hub hub URL, absolute
 * @param topic topic URL as declared by the feed, absolute
 */
public record PushTopic(String hub, String topic) {

    /** Tests whether the hub uses TLS; only then is it given a secret (WebSub, section 5.1: hub.secret). */
    public boolean isConfidential() {
        return hub.startsWith("https:");
    }
}
