package app.lede.pipeline;

import app.lede.source.SourceId;
import java.time.Instant;

/**
 * The order to poll a source.
 *
 * @param planned the minute whose turn it is; a source that was polled for it or for a later one is not polled again
 */
public record PollJob(SourceId sourceId, Instant planned) {}
