package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.events.SqsEvent;
import app.lede.exportarticles.ExportArticlesHandler;
import app.lede.fetcharticle.FetchArticleHandler;
import app.lede.managelibrary.ManageLibraryHandler;
import app.lede.parsedocument.ParseDocumentHandler;
import app.lede.pollsource.PollSourceHandler;
import app.lede.reprocessarticles.ReprocessArticlesHandler;
import app.lede.sendwebhook.SendWebhookHandler;
import app.lede.summarisearticle.SummariseArticleHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QueuesTest {

    private static final Template TEMPLATE = Template.read();

    @Test
    void each_queue_feeds_the_function_of_its_step() {
        SortedMap<String, String> consumers = new TreeMap<>();
        triggers().forEach((module, trigger) -> consumers.put(queue(trigger), module));
        assertEquals(
                "{DeletionQueue=manage-library, ExportQueue=export-articles, FetchQueue=fetch-article,"
                        + " ParseQueue=parse-document, PollQueue=poll-source, ReprocessQueue=reprocess-articles,"
                        + " SummariseQueue=summarise-article, WebhookQueue=send-webhook}",
                consumers.toString());
    }

    @Test
    void a_message_stays_hidden_for_six_times_the_functions_timeout() {
        triggers()
                .forEach((module, trigger) -> assertEquals(
                        6
                                * TEMPLATE.functions()
                                        .getOrDefault(module, trigger)
                                        .path("Timeout")
                                        .asInt(),
                        TEMPLATE.properties(queue(trigger))
                                .path("VisibilityTimeout")
                                .asInt(),
                        module));
    }

    /** One after the other; those that fetch work on a whole batch at once. */
    private static final Map<String, Duration> LONGEST_BATCH = Map.of(
            "parse-document",
            ParseDocumentHandler.ATTEMPT.multipliedBy(batchSize("parse-document")),
            "summarise-article",
            SummariseArticleHandler.ATTEMPT.multipliedBy(batchSize("summarise-article")),
            "fetch-article",
            FetchArticleHandler.ATTEMPT,
            "send-webhook",
            SendWebhookHandler.ATTEMPT,
            "export-articles",
            ExportArticlesHandler.ATTEMPT.multipliedBy(batchSize("export-articles")),
            "manage-library",
            ManageLibraryHandler.ATTEMPT.multipliedBy(batchSize("manage-library")),
            "reprocess-articles",
            ReprocessArticlesHandler.ATTEMPT.multipliedBy(batchSize("reprocess-articles")),
            "poll-source",
            PollSourceHandler.ATTEMPT);

    @Test
    void a_whole_batch_of_the_longest_attempts_fits_the_timeout() {
        assertEquals(triggers().keySet(), LONGEST_BATCH.keySet());
        LONGEST_BATCH.forEach((module, time) -> {
            int timeout = function(module).path("Timeout").asInt();
            assertTrue(time.toSeconds() <= timeout, module + " may take " + time + " of " + timeout + " s");
        });
    }

    @Test
    void an_article_that_waits_for_a_model_fits_the_timeout_alone() {
        JsonNode size =
                triggers().getOrDefault("summarise-article", TEMPLATE.root()).path("BatchSize");
        assertEquals("[\"HasModel\",1,5]", size.path("Fn::If").toString());
        int timeout = function("summarise-article").path("Timeout").asInt();
        assertTrue(SummariseArticleHandler.ATTEMPT_WITH_MODEL.toSeconds() <= timeout);
    }

    private static int batchSize(String module) {
        JsonNode size = triggers().getOrDefault(module, TEMPLATE.root()).path("BatchSize");
        return size.has("Fn::If") ? size.at("/Fn::If/2").asInt() : size.asInt();
    }

    private static JsonNode function(String module) {
        return TEMPLATE.functions().getOrDefault(module, TEMPLATE.root());
    }

    @Test
    void one_bad_message_does_not_fail_its_batch() {
        triggers()
                .forEach((module, trigger) -> assertEquals(
                        "[\"ReportBatchItemFailures\"]",
                        trigger.path("FunctionResponseTypes").toString(),
                        module));
    }

    @Test
    void concurrency_is_limited_at_the_queue_where_the_rest_waits() {
        triggers()
                .forEach((module, trigger) -> assertEquals(
                        "MaxConcurrency",
                        trigger.at("/ScalingConfig/MaximumConcurrency/Ref").asText(),
                        module));
        TEMPLATE.functions()
                .forEach((module, function) -> assertFalse(
                        triggers().containsKey(module) && function.has("ReservedConcurrentExecutions"), module));
    }

    @Test
    void what_fails_five_times_waits_in_dead_letters_of_its_own_for_longer_than_in_the_queue() {
        Set<String> used = new HashSet<>();
        triggers().forEach((module, trigger) -> {
            JsonNode queue = TEMPLATE.properties(queue(trigger));
            String deadLetters = Template.target(queue.at("/RedrivePolicy/deadLetterTargetArn"));
            assertEquals(queue(trigger).replaceFirst("Queue$", "DeadLetters"), deadLetters);
            assertTrue(used.add(deadLetters));
            assertEquals(
                    SqsEvent.Message.MOST_ATTEMPTS,
                    queue.at("/RedrivePolicy/maxReceiveCount").asInt());
            assertTrue(TEMPLATE.properties(deadLetters)
                            .path("MessageRetentionPeriod")
                            .asInt()
                    > queue.path("MessageRetentionPeriod").asInt());
        });
    }

    @Test
    void every_notification_of_a_bucket_is_let_into_its_queue() {
        List<String> notifications = new ArrayList<>();
        TEMPLATE.resources(Template.BUCKET).forEach((id, bucket) -> {
            bucket.at("/NotificationConfiguration/QueueConfigurations").forEach(notification -> {
                String queue = Template.target(notification.path("Queue"));
                assertEquals(
                        queue + "Policy",
                        TEMPLATE.resource(id).path("DependsOn").asText(),
                        id);
                JsonNode statement = TEMPLATE.properties(queue + "Policy").at("/PolicyDocument/Statement/0");
                assertEquals(
                        "s3.amazonaws.com", statement.at("/Principal/Service").asText());
                assertEquals(queue, Template.target(statement.path("Resource")));
                assertEquals(
                        "arn:${AWS::Partition}:s3:::"
                                + bucket.at("/BucketName/Fn::Sub").asText(),
                        statement
                                .at("/Condition/ArnEquals/aws:SourceArn/Fn::Sub")
                                .asText());
                notifications.add(id + " "
                        + notification.at("/Filter/S3Key/Rules/0/Value").asText() + " → " + queue);
            });
        });
        assertEquals(
                List.of("DocumentsBucket  → ParseQueue", "LibraryBucket articles/ → SummariseQueue"), notifications);
    }

    @Test
    void every_queue_is_either_consumed_or_dead_letters() {
        Set<String> known = new TreeSet<>();
        triggers().values().forEach(trigger -> {
            known.add(queue(trigger));
            known.add(Template.target(TEMPLATE.properties(queue(trigger)).at("/RedrivePolicy/deadLetterTargetArn")));
        });
        known.add("ScheduleDeadLetters");
        known.add("IndexDeadLetters");
        assertEquals(known, TEMPLATE.resources(Template.QUEUE).keySet());
    }

    /** Returns the SQS event of each function, by module. */
    private static SortedMap<String, JsonNode> triggers() {
        SortedMap<String, JsonNode> triggers = new TreeMap<>();
        TEMPLATE.functions()
                .forEach((module, function) -> function.path("Events").forEach(event -> {
                    if (event.path("Type").asText().equals("SQS")) {
                        triggers.put(module, event.path("Properties"));
                    }
                }));
        return triggers;
    }

    private static String queue(JsonNode trigger) {
        return Template.target(trigger.path("Queue"));
    }
}
