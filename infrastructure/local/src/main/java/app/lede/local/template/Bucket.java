package app.lede.local.template;

import java.util.List;

/**
 * An S3 bucket and its notifications to queues.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 * @param versioned whether it keeps replaced and deleted objects on AWS; the store here keeps none
 */
public record Bucket(String id, String name, boolean versioned, List<Notification> notifications) {

    /**
     * A notification of new objects to a queue.
     *
     * @param queue logical id of the queue
     * @param event {@code s3:ObjectCreated:*} or one kind of creation
     * @param prefix prefix of matching keys; empty for any
     * @param suffix suffix of matching keys; empty for any
     */
    public record Notification(String queue, String event, String prefix, String suffix) {

        /** Tests whether an event ({@code ObjectCreated:Put}) on a key matches. */
        public boolean covers(String eventName, String key) {
            boolean told = event.endsWith("*")
                    ? ("s3:" + eventName).startsWith(event.substring(0, event.length() - 1))
                    : event.equals("s3:" + eventName);
            return told && key.startsWith(prefix) && key.endsWith(suffix);
        }
    }

    public Bucket {
        notifications = List.copyOf(notifications);
    }
}
