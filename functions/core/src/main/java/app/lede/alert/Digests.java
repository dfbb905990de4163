package app.lede.alert;

/** Publishes digests to the subscribers of the stack. Thread safe; an exception means that the topic is out of reach. */
@FunctionalInterface
public interface Digests {

    /** Longest subject, in UTF-16 units: Amazon SNS takes fewer than 100 characters. */
    int MOST_SUBJECT = 99;

    /** Longest text in bytes of UTF-8: Amazon SNS takes 256 KB with the subject and the attributes. */
    int MOST_BYTES = 250_000;

    /** Publishes one digest; a repeated one has the same id. */
    void publish(DigestMessage message);
}
