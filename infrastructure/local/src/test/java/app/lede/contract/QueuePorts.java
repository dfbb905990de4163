package app.lede.contract;

import app.lede.aws.sqs.SqsQueue;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.testkit.Crashes;
import app.lede.testkit.JobQueueContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Contract tests of the SQS adapter; subclasses choose the engine. */
abstract class QueuePorts {

    /** Returns a client of the engine. */
    abstract SqsClient client();

    @Nested
    class Queue extends JobQueueContract {
        private String url = "";

        @Override
        protected JobQueue<Job> emptyQueue(Crashes crashes) {
            url = client().createQueue(CreateQueueRequest.builder()
                            .queueName("lede-" + UUID.randomUUID())
                            .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "600"))
                            .build())
                    .queueUrl();
            return new SqsQueue<>(Intercepted.dying(SqsClient.class, client(), crashes), url);
        }

        @Override
        protected JobQueue<Job> afterCrash() {
            return new SqsQueue<>(client(), url);
        }

        /** Received messages stay invisible within the visibility timeout, so each is returned once. */
        @Override
        protected Collection<Job> visible() {
            List<Job> jobs = new ArrayList<>();
            for (List<Message> some = receive(); !some.isEmpty(); some = receive()) {
                some.forEach(message -> jobs.add(Json.read(message.body(), Job.class)));
            }
            return jobs;
        }

        private List<Message> receive() {
            return client().receiveMessage(ReceiveMessageRequest.builder()
                            .queueUrl(url)
                            .maxNumberOfMessages(10)
                            .build())
                    .messages();
        }

        @Override
        protected int delayed() {
            QueueAttributeName delayed = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
            return Integer.parseInt(client().getQueueAttributes(GetQueueAttributesRequest.builder()
                            .queueUrl(url)
                            .attributeNames(delayed)
                            .build())
                    .attributes()
                    .getOrDefault(delayed, "0"));
        }
    }
}
