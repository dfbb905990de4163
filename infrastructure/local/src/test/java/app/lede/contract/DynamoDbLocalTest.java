package app.lede.contract;

import app.lede.testkit.LongRunning;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the DynamoDB contracts on DynamoDB Local. */
@LongRunning
class DynamoDbLocalTest extends DynamoPorts {

    @RegisterExtension
    static final LocalEngines ENGINES = new LocalEngines();

    @Override
    DynamoDbClient client() {
        return ENGINES.services().dynamoDb();
    }
}
