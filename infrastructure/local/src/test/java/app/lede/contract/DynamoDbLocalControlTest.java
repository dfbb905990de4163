package app.lede.contract;

import app.lede.testkit.LongRunning;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the contracts of the control and sources tables on DynamoDB Local. */
@LongRunning
class DynamoDbLocalControlTest extends DynamoControlPorts {

    @RegisterExtension
    static final LocalEngines ENGINES = new LocalEngines();

    @Override
    DynamoDbClient client() {
        return ENGINES.services().dynamoDb();
    }
}
