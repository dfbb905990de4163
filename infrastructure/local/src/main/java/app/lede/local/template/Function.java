package app.lede.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda function.
 *
 * @param id logical id in the template
 * @param name name on this machine: the logical id in lower case with hyphens
 * @param handlerClass the class named by its Handler
 * @param timeout in seconds
 * @param memory in MB
 * @param role logical id of its role, which bounds its AWS calls; nothing bounds those of a function without one
 */
public record Function(
        String id,
        String name,
        String handlerClass,
        Map<String, Text> environment,
        int timeout,
        int memory,
        Optional<String> role,
        List<Event> events) {

    /** A trigger of the function. */
    public sealed interface Event {}

    /**
     * Messages of a queue, in batches.
     *
     * @param queue logical id of the queue
     * @param window seconds to wait for a batch to fill
     * @param maximumConcurrency batches at once, 2 to 1000
     * @param partialFailures whether the answer's {@code batchItemFailures} counts
     */
    public record QueueEvent(String queue, int batchSize, int window, int maximumConcurrency, boolean partialFailures)
            implements Event {}

    /**
     * Changes of a table's items, in batches; those of one item in their order.
     *
     * @param table logical id of the table
     * @param retries further attempts after a failed one, -1 for as long as the stream keeps the changes
     * @param partialFailures whether the answer's {@code batchItemFailures} counts
     * @param deadLetters logical id of the queue that receives notes of batches whose attempts all failed
     */
    public record StreamEvent(
            String table, int batchSize, int retries, boolean partialFailures, Optional<String> deadLetters)
            implements Event {}

    /**
     * A schedule.
     *
     * @param input the event's bytes; {@code <aws.scheduler.scheduled-time>} stands for the tick's time
     * @param retries further attempts after a failed one
     * @param deadLetters logical id of the queue that receives ticks whose attempts all failed
     */
    public record ScheduleEvent(
            String name, Duration rate, Text input, boolean enabled, int retries, Optional<String> deadLetters)
            implements Event {}

    public Function {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }
}
