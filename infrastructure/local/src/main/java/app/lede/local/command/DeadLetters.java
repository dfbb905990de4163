package app.lede.local.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Moves the messages of dead-letter queues back into the queues they came from. A message is sent before it is deleted: one
 * that is moved twice is worked on twice, which changes nothing. Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html">ListDeadLetterSourceQueues</a>
 */
final class DeadLetters {

    /** In seconds; long enough for every server of a queue to be asked. */
    private static final int WAIT = 1;

    /** In seconds; a message that was taken and not moved comes back after it. */
    private static final int HIDDEN = 60;

    private static final int AT_ONCE = 10;

    /** The rest of a name that CloudFormation gives: logical id and random letters. */
    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9]+-[A-Za-z0-9]+");

    private final SqsClient sqs;

    DeadLetters(SqsClient sqs) {
        this.sqs = sqs;
    }

    /**
     * Moves the messages of a stack's dead-letter queues. A name that goes on with more than its logical id and the letters that
     * CloudFormation adds is of another stack, one whose name begins alike.
     *
     * @param prefix the stack's name and a hyphen; empty for all queues of this machine
     * @return queue names with the number of messages moved
     */
    Map<String, Integer> redrive(String prefix) {
        Map<String, Integer> moved = new TreeMap<>();
        sqs.listQueuesPaginator(list -> list.queueNamePrefix(prefix)).queueUrls().stream()
                .filter(queue -> prefix.isEmpty()
                        || NAMED.matcher(name(queue).substring(prefix.length())).matches())
                .forEach(queue -> {
                    List<String> sources = sqs.listDeadLetterSourceQueues(list -> list.queueUrl(queue))
                            .queueUrls();
                    if (!sources.isEmpty()) {
                        moved.put(name(queue), move(queue, sources.getFirst()));
                    }
                });
        return moved;
    }

    private int move(String deadLetters, String source) {
        int moved = 0;
        for (List<Message> batch = receive(deadLetters); !batch.isEmpty(); batch = receive(deadLetters)) {
            for (Message message : batch) {
                sqs.sendMessage(send -> send.queueUrl(source).messageBody(message.body()));
                sqs.deleteMessage(delete -> delete.queueUrl(deadLetters).receiptHandle(message.receiptHandle()));
                moved++;
            }
        }
        return moved;
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queue)
                        .maxNumberOfMessages(AT_ONCE)
                        .waitTimeSeconds(WAIT)
                        .visibilityTimeout(HIDDEN))
                .messages();
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
