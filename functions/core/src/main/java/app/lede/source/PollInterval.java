package app.lede.source;

/**
 * Time between two polls and the reason for it, in words that follow "because of".
 *
 * @param minutes before it is rounded up to an interval class
 */
public record PollInterval(int minutes, String because) {}
