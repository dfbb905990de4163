package app.lede.aws.sns;

import app.lede.alert.DigestMessage;
import app.lede.alert.Digests;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * Publishes digests to one SNS topic. The attributes {@code search} (id) and {@code name} are for the filter policies of
 * subscriptions; {@code digest} (id) tells a repeated digest. Thread safe.
 */
public final class SnsDigests implements Digests {

    private final SnsClient client;
    private final String topic;

    public SnsDigests(SnsClient client, String topicArn) {
        this.client = client;
        this.topic = topicArn;
    }

    @Override
    public void publish(DigestMessage message) {
        client.publish(PublishRequest.builder()
                .topicArn(topic)
                .subject(message.subject())
                .message(message.text())
                .messageAttributes(Map.of(
                        "search", text(message.search().value()),
                        "name", text(message.name()),
                        "digest", text(message.id())))
                .build());
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
