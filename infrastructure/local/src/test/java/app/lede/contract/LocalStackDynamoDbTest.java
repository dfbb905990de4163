package app.lede.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the DynamoDB contracts on LocalStack. */
@Tag("localstack")
class LocalStackDynamoDbTest extends DynamoPorts {

    @RegisterExtension
    static final LocalStack LOCALSTACK = new LocalStack();

    @Override
    DynamoDbClient client() {
        return LOCALSTACK.services().dynamoDb();
    }
}
