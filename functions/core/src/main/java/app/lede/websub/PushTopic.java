package app.lede.websub;

/**
 * A feed's hub and topic.
 *
 * @param hub hub URL, absolute
 * @param topic topic URL as declared by the feed, absolute
 */
public record PushTopic(String hub, String topic) {}
