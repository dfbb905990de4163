package app.lede.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the contracts of the control and sources tables on LocalStack. */
@Tag("localstack")
class LocalStackDynamoDbControlTest extends DynamoControlPorts {

    @RegisterExtension
    static final LocalStack LOCALSTACK = new LocalStack();

    @Override
    DynamoDbClient client() {
        return LOCALSTACK.services().dynamoDb();
    }
}
