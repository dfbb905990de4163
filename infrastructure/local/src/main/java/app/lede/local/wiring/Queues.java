package app.lede.local.wiring;

import app.lede.local.template.Function;
import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Function.StreamEvent;
import app.lede.local.template.Queue;
import app.lede.local.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of a running stack. Thread-safe. */
final class Queues {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final Template template;
    private final Map<String, String> urls;
    private final SqsClient sqs;
    private final Set<String> deadLetterQueues;

    /**
     * Creates the queues' view.
     *
     * @param urls by logical id
     */
    Queues(Template template, Map<String, String> urls, SqsClient sqs) {
        this.template = template;
        this.urls = urls;
        this.sqs = sqs;
        this.deadLetterQueues = deadLetterQueues(template);
    }

    private static Set<String> deadLetterQueues(Template template) {
        Set<String> ids = new HashSet<>();
        template.queues().forEach(queue -> queue.redrive().ifPresent(redrive -> ids.add(redrive.queue())));
        for (Function function : template.functions()) {
            for (Function.Event event : function.events()) {
                switch (event) {
                    case ScheduleEvent schedule -> schedule.deadLetters().ifPresent(ids::add);
                    case StreamEvent stream -> stream.deadLetters().ifPresent(ids::add);
                    case QueueEvent queue -> {
                        // Its dead letters are named by the queue's redrive policy.
                    }
                }
            }
        }
        return ids;
    }

    Map<String, String> urls() {
        return urls;
    }

    String url(String id) {
        return Optional.ofNullable(urls.get(id)).orElseThrow();
    }

    SqsClient sqs() {
        return sqs;
    }

    void send(String id, String body) {
        sqs.sendMessage(send -> send.queueUrl(url(id)).messageBody(body));
    }

    /** Tests whether all queues except dead-letter queues are empty, checked in the pipeline's order. */
    boolean empty() {
        return template.queues().stream()
                .filter(queue -> !deadLetterQueues.contains(queue.id()))
                .allMatch(queue -> messages(queue) == 0);
    }

    /** Returns the messages of each queue, visible or not, by its name. */
    Map<String, Integer> depths() {
        Map<String, Integer> depths = new TreeMap<>();
        template.queues().forEach(queue -> depths.put(queue.name(), messages(queue)));
        return depths;
    }

    int deadLetters() {
        return template.queues().stream()
                .filter(queue -> deadLetterQueues.contains(queue.id()))
                .mapToInt(this::messages)
                .sum();
    }

    private int messages(Queue queue) {
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url(queue.id())).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
