package app.lede.local.command.ingestion;

import java.util.Optional;

/**
 * A source and its health, as in the API.
 *
 * @param lastOutcome outcome of the last poll; empty before the first
 * @param detail detail of that outcome
 */
public record SourceRow(String id, String url, Optional<String> lastOutcome, String detail) {}
