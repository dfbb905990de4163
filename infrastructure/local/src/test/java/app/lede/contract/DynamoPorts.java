package app.lede.contract;

import app.lede.testkit.Crashes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The engine that contract tests of DynamoDB adapters run on. */
abstract class DynamoPorts {

    /** Returns a client of the engine. */
    abstract DynamoDbClient client();

    final FreshTables tables() {
        return new FreshTables(client());
    }

    final DynamoDbClient dying(Crashes crashes) {
        return Intercepted.dying(DynamoDbClient.class, client(), crashes);
    }
}
