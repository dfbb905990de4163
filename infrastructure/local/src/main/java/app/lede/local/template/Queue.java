package app.lede.local.template;

import java.util.Optional;

/**
 * An SQS queue; all times in seconds.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 * @param redrive destination of messages received too often
 */
public record Queue(
        String id, String name, int visibilityTimeout, int delay, int retention, Optional<Redrive> redrive) {

    /**
     * The dead-letter policy.
     *
     * @param queue logical id of the dead-letter queue
     * @param maxReceiveCount receives after which a message moves there
     */
    public record Redrive(String queue, int maxReceiveCount) {}
}
