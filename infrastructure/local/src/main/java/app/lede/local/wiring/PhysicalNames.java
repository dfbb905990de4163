package app.lede.local.wiring;

import app.lede.local.template.Bucket;
import app.lede.local.template.Function;
import app.lede.local.template.Queue;
import app.lede.local.template.Secret;
import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.local.template.TemplateRefused;
import app.lede.local.template.Text.Reference;
import app.lede.local.template.Text.Resolver;
import app.lede.local.template.Topic;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the template's references in a running stack. */
final class PhysicalNames implements Resolver {
    private static final String ACCOUNT = "us-east-1:000000000000:";

    private final Map<String, String> values = new HashMap<>();
    private volatile @Nullable String apiEndpoint;

    /**
     * Creates the resolver.
     *
     * @param queueUrls by logical id
     */
    PhysicalNames(Template template, Map<String, String> queueUrls) {
        for (Bucket bucket : template.buckets()) {
            put(bucket.id(), bucket.name(), "arn:aws:s3:::" + bucket.name());
        }
        for (Table table : template.tables()) {
            put(table.id(), table.name(), "arn:aws:dynamodb:" + ACCOUNT + "table/" + table.name());
        }
        for (Queue queue : template.queues()) {
            put(queue.id(), queueUrls.getOrDefault(queue.id(), ""), "arn:aws:sqs:" + ACCOUNT + queue.name());
            values.put(queue.id() + ".QueueName", queue.name());
            values.put(queue.id() + ".QueueUrl", queueUrls.getOrDefault(queue.id(), ""));
        }
        for (Secret secret : template.secrets()) {
            put(secret.id(), arn(secret), arn(secret));
        }
        for (Topic topic : template.topics()) {
            put(topic.id(), arn(topic), arn(topic));
            values.put(topic.id() + ".TopicArn", arn(topic));
        }
        for (Function function : template.functions()) {
            put(function.id(), function.name(), arn(function));
        }
    }

    static String arn(Secret secret) {
        // AWS appends six characters of its own to a secret's ARN.
        return "arn:aws:secretsmanager:" + ACCOUNT + "secret:" + secret.name() + "-000000";
    }

    static String arn(Topic topic) {
        return "arn:aws:sns:" + ACCOUNT + topic.name();
    }

    static String arn(Function function) {
        return "arn:aws:lambda:" + ACCOUNT + "function:" + function.name();
    }

    private void put(String id, String ref, String arn) {
        values.put(id, ref);
        values.put(id + ".Arn", arn);
    }

    /** Sets the endpoint of the template's API, known once it has started. */
    void apiIsAt(URI endpoint) {
        apiEndpoint = endpoint.toString();
    }

    @Override
    public String resolve(Reference reference) {
        String value = reference.attribute().equals("ApiEndpoint") ? apiEndpoint : values.get(reference.toString());
        if (value == null) {
            throw new TemplateRefused(List.of("!GetAtt " + reference + " has no value on this machine"));
        }
        return value;
    }

    String arn(String id) {
        return resolve(new Reference(id, "Arn"));
    }
}
