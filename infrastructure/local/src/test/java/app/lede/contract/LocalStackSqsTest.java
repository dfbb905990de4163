package app.lede.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the queue contracts on LocalStack. */
@Tag("localstack")
class LocalStackSqsTest extends QueuePorts {

    @RegisterExtension
    static final LocalStack LOCALSTACK = new LocalStack();

    @Override
    SqsClient client() {
        return LOCALSTACK.services().sqs();
    }
}
