package app.lede.local.template;

import java.util.List;

/**
 * An S3 bucket and the queues it tells about new objects.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 */
public record Bucket(String id, String name, List<Notification> notifications) {

    /**
     * A queue to tell.
     *
     * @param queue logical id of the queue
     * @param event {@code s3:ObjectCreated:*} or one kind of creation
     * @param prefix what the key starts with; empty for any
     * @param suffix what the key ends with; empty for any
     */
    public record Notification(String queue, String event, String prefix, String suffix) {

        /** Whether an object created in this way ({@code ObjectCreated:Put}) under this key is to be told. */
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
