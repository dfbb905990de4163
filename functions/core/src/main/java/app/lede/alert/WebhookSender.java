package app.lede.alert;

import java.util.Map;

/** Posts alerts to addresses of others. Reports every failure of the other side as a value. Thread safe. */
public interface WebhookSender {

    /** Posts a JSON body once; follows no redirect. */
    Sent post(String url, Map<String, String> headers, byte[] body);

    /** Result of one attempt. */
    sealed interface Sent {

        /** Answered with 2xx. */
        record Accepted(int status) implements Sent {}

        /** Not answered, or with another status. */
        record Failed(String detail) implements Sent {}

        /** Refused by our guard: a private address, another scheme or port. */
        record Blocked(String reason) implements Sent {}
    }
}
