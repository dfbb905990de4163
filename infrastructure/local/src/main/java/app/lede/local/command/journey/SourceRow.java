package app.lede.local.command.journey;

import java.util.Optional;

/**
 * A source and its health, as the library's API tells it.
 *
 * @param lastOutcome how the last poll ended; empty as long as none has
 * @param detail what there is to say about it
 */
public record SourceRow(String id, String url, Optional<String> lastOutcome, String detail) {}
