package app.lede.backfill;

import org.jspecify.annotations.Nullable;

/**
 * Progress of sending an archive's entries, from the oldest page to the newest.
 *
 * @param page index of the page whose entries are sent, counted down
 * @param offset entries of it that have an outcome
 * @param planned those of the next stretch to send, one bit each from the lowest; null until they are chosen. It is written down
 *     before they are sent: after a crash they are sent again, rather than taken for known
 */
public record Sending(int page, int offset, @Nullable Long planned) {}
