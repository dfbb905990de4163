package app.lede.local.calls;

import app.lede.local.policy.Context;
import app.lede.local.template.Bucket;
import app.lede.local.template.Queue;
import app.lede.local.template.Secret;
import app.lede.local.template.Table;
import app.lede.local.template.Template;
import app.lede.local.template.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Names the rights that a request of the SDK needs: action, resource and condition keys, as the Service Authorization Reference has
 * them. Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service Authorization Reference</a>
 */
final class NeededRights {
    private static final Context NOTHING = new Context(Map.of());

    private final Map<String, String> queues = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final TableRights tables;
    private final ObjectRights objects;

    /**
     * Creates the reader of a running template.
     *
     * @param queueUrls by logical id
     */
    NeededRights(Template template, Map<String, String> queueUrls) {
        template.queues().stream()
                .map(Queue::id)
                .forEach(id -> queues.put(queueUrls.getOrDefault(id, ""), id + ".Arn"));
        Map<String, Table> byName = new HashMap<>();
        template.tables().forEach(table -> byName.put(table.name(), table));
        tables = new TableRights(byName);
        Map<String, String> buckets = new HashMap<>();
        Set<String> versioned = new HashSet<>();
        for (Bucket bucket : template.buckets()) {
            buckets.put(bucket.name(), bucket.id() + ".Arn");
            if (bucket.versioned()) {
                versioned.add(bucket.id() + ".Arn");
            }
        }
        objects = new ObjectRights(buckets, versioned);
        for (Topic topic : template.topics()) {
            topics.put(topic.name(), topic.id());
        }
        for (Secret secret : template.secrets()) {
            secrets.put(secret.name(), secret.id());
        }
    }

    /** Returns the rights of one request; more than one where it works on several tables or objects. */
    List<Call> of(String function, SdkRequest request) {
        return switch (request) {
            case DynamoDbRequest dynamo -> tables.of(function, dynamo);
            case S3Request s3 -> objects.of(function, s3);
            case SendMessageRequest send -> one(function, "sqs:SendMessage", queues.get(send.queueUrl()));
            case SendMessageBatchRequest send -> one(function, "sqs:SendMessage", queues.get(send.queueUrl()));
            case PublishRequest publish -> one(function, "sns:Publish", last(publish.topicArn(), topics));
            case ListSecretVersionIdsRequest list ->
                one(function, "secretsmanager:ListSecretVersionIds", secret(list.secretId()));
            case GetSecretValueRequest get -> one(function, "secretsmanager:GetSecretValue", secret(get.secretId()));
            default -> other(function, request);
        };
    }

    private @Nullable String secret(String arn) {
        return last(arn.replaceAll("-[^-]{6}$", ""), secrets);
    }

    /** Notes that a request for versions was answered 501, as by the local stack's store. */
    void keepsNoVersions(String function, SdkRequest request) {
        objects.keepsNoVersions(function, request);
    }

    /** Returns the ARN of a table, as the template has it. */
    String table(String name) {
        return tables.arn(name);
    }

    /** Returns the right to learn that an object is missing: without it S3 answers 403 rather than 404. */
    List<Call> missing(String function, SdkRequest request) {
        return request.getValueForField("Key", String.class).isPresent()
                ? one(function, "s3:ListBucket", objects.bucket(request))
                : List.of();
    }

    private static List<Call> other(String function, SdkRequest request) {
        String operation = request.getClass().getSimpleName().replaceAll("Request$", "");
        return operation.equals("Converse")
                ? one(
                        function,
                        "bedrock:InvokeModel",
                        "arn:aws:bedrock:us-east-1::foundation-model/"
                                + request.getValueForField("modelId", String.class)
                                        .orElse(""))
                : one(function, request.getClass().getPackageName() + ":" + operation, null);
    }

    private static @Nullable String last(String arn, Map<String, String> byName) {
        return byName.get(arn.substring(arn.lastIndexOf(':') + 1));
    }

    private static List<Call> one(String function, String action, @Nullable String resource) {
        List<Call> calls = new ArrayList<>();
        calls.add(new Call(function, action, resource == null ? "unknown" : resource, NOTHING));
        return calls;
    }
}
