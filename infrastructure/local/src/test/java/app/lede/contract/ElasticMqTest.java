package app.lede.contract;

import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the queue contracts on ElasticMQ. */
class ElasticMqTest extends QueuePorts {

    @RegisterExtension
    static final LocalEngines ENGINES = new LocalEngines();

    @Override
    SqsClient client() {
        return ENGINES.services().sqs();
    }
}
