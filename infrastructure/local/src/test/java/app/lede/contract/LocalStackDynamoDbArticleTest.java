package app.lede.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the contracts of the articles and stories tables on LocalStack. */
@Tag("localstack")
class LocalStackDynamoDbArticleTest extends DynamoArticlePorts {

    @RegisterExtension
    static final LocalStack LOCALSTACK = new LocalStack();

    @Override
    DynamoDbClient client() {
        return LOCALSTACK.services().dynamoDb();
    }
}
