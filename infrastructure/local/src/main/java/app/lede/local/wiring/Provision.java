package app.lede.local.wiring;

import app.lede.local.template.Bucket;
import app.lede.local.template.Queue;
import app.lede.local.template.Table;
import app.lede.local.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3KeyFilter;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates the template's tables, buckets and queues; existing data in a data folder is kept. */
final class Provision {
    private Provision() {}

    /** Creates everything, the three services in parallel, since each client's first call is slow. */
    static Queues all(Template template, Clients clients) {
        CompletableFuture<Void> tables = CompletableFuture.runAsync(() -> tables(template, clients.dynamodb()));
        CompletableFuture<Void> buckets = CompletableFuture.runAsync(() -> buckets(template, clients.s3()));
        Map<String, String> urls = queues(template, clients.sqs());
        try {
            CompletableFuture.allOf(tables, buckets).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return new Queues(template, urls, clients.sqs());
    }

    private static void tables(Template template, DynamoDbClient dynamodb) {
        for (Table table : template.tables()) {
            try {
                dynamodb.createTable(request(table));
            } catch (ResourceInUseException alreadyThere) {
                continue;
            }
            table.ttl()
                    .ifPresent(attribute -> dynamodb.updateTimeToLive(update -> update.tableName(table.name())
                            .timeToLiveSpecification(TimeToLiveSpecification.builder()
                                    .attributeName(attribute)
                                    .enabled(true)
                                    .build())));
        }
    }

    private static CreateTableRequest request(Table table) {
        CreateTableRequest.Builder request = TableRequest.of(table);
        table.stream()
                .ifPresent(view -> request.streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build()));
        return request.build();
    }

    private static void buckets(Template template, S3Client s3) {
        for (Bucket bucket : template.buckets()) {
            try {
                s3.createBucket(create -> create.bucket(bucket.name()));
            } catch (BucketAlreadyOwnedByYouException alreadyThere) {
                // A data folder's bucket keeps its objects.
            }
        }
    }

    /** Creates the queues, dead-letter queues first; returns their URLs by logical id. */
    private static Map<String, String> queues(Template template, SqsClient sqs) {
        Map<String, String> urls = new HashMap<>();
        List<Queue> deadLettersFirst = new ArrayList<>(template.queues());
        deadLettersFirst.sort((one, other) ->
                Boolean.compare(one.redrive().isPresent(), other.redrive().isPresent()));
        for (Queue queue : deadLettersFirst) {
            urls.put(queue.id(), create(queue, urls, sqs));
        }
        return urls;
    }

    private static String create(Queue queue, Map<String, String> urls, SqsClient sqs) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(queue.visibilityTimeout()));
        attributes.put(QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay()));
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, String.valueOf(queue.retention()));
        queue.redrive().ifPresent(redrive -> {
            String arn = arn(sqs, Optional.ofNullable(urls.get(redrive.queue())).orElseThrow());
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":" + redrive.maxReceiveCount() + "}");
        });
        return sqs.createQueue(create -> create.queueName(queue.name()).attributes(attributes))
                .queueUrl();
    }

    /** Configures an external S3 to send the template's notifications itself. */
    static void notifications(Template template, Clients clients, Map<String, String> queueUrls) {
        for (Bucket bucket : template.buckets()) {
            if (bucket.notifications().isEmpty()) {
                continue;
            }
            List<QueueConfiguration> configurations = bucket.notifications().stream()
                    .map(notification -> configuration(
                            notification,
                            arn(
                                    clients.sqs(),
                                    Optional.ofNullable(queueUrls.get(notification.queue()))
                                            .orElseThrow())))
                    .toList();
            clients.s3().putBucketNotificationConfiguration(put -> put.bucket(bucket.name())
                    .notificationConfiguration(NotificationConfiguration.builder()
                            .queueConfigurations(configurations)
                            .build()));
        }
    }

    private static QueueConfiguration configuration(Bucket.Notification notification, String queueArn) {
        List<FilterRule> rules = List.of(
                FilterRule.builder().name("prefix").value(notification.prefix()).build(),
                FilterRule.builder().name("suffix").value(notification.suffix()).build());
        return QueueConfiguration.builder()
                .queueArn(queueArn)
                .eventsWithStrings(notification.event())
                .filter(NotificationConfigurationFilter.builder()
                        .key(S3KeyFilter.builder().filterRules(rules).build())
                        .build())
                .build();
    }

    private static String arn(SqsClient sqs, String url) {
        return Optional.ofNullable(
                        sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                                .attributes()
                                .get(QueueAttributeName.QUEUE_ARN))
                .orElseThrow();
    }
}
