package app.lede.source;

/**
 * A time between two polls and why it is that long, in words that follow "because of".
 *
 * @param minutes before it is rounded up to an interval class
 */
public record Cadence(int minutes, String because) {}
