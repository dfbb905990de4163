package app.lede.websub;

/**
 * Where a feed's pushes can be had.
 *
 * @param hub whom to ask, absolute
 * @param topic what to ask for: the feed's address in its publisher's words, absolute
 */
public record PushTopic(String hub, String topic) {}
