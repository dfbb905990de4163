package app.lede.contract;

import app.lede.testkit.Crashes;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Wraps clients for tests. */
final class Intercepted {

    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "deleteItem", "sendMessage", "sendMessageBatch");

    /** A repeated deletion finds nothing to delete, and says so. */
    private static final Set<String> REPEATED = Set.of("putItem", "updateItem", "putObject", "deleteObject");

    private Intercepted() {}

    /** Returns a client that may crash before and after each write. */
    static <C> C dying(Class<C> type, C client, Crashes crashes) {
        return proxy(type, (proxy, method, arguments) -> {
            boolean writes = WRITES.contains(method.getName());
            if (writes) {
                crashes.step();
            }
            Object answer = call(client, method, arguments);
            if (writes) {
                crashes.step();
            }
            return answer;
        });
    }

    /**
     * Returns a client that makes each write twice, and answers with the second: the SDK repeats a request whose answer was
     * lost, though it took effect. A transaction names itself, and is done once.
     */
    static <C> C repeating(Class<C> type, C client) {
        return proxy(type, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (REPEATED.contains(method.getName())) {
                firstAttempt(client, method, arguments);
            }
            return call(client, method, arguments);
        });
    }

    /** Makes a call whose answer, or refusal, nobody sees. */
    private static void firstAttempt(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            call(client, method, arguments);
        } catch (AwsServiceException unseen) {
            // The second attempt is refused for the same reason.
        }
    }

    /** Returns a client that records the capacity consumed by each update, put and deletion of an item. */
    static DynamoDbClient metered(DynamoDbClient client, List<ConsumedCapacity> consumed) {
        return proxy(DynamoDbClient.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] instanceof UpdateItemRequest update) {
                UpdateItemResponse answer = client.updateItem(update.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .build());
                consumed.add(answer.consumedCapacity());
                return answer;
            }
            if (arguments != null && arguments[0] instanceof PutItemRequest put) {
                PutItemResponse answer = client.putItem(put.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .build());
                consumed.add(answer.consumedCapacity());
                return answer;
            }
            if (arguments != null && arguments[0] instanceof DeleteItemRequest delete) {
                DeleteItemResponse answer = client.deleteItem(delete.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                        .build());
                consumed.add(answer.consumedCapacity());
                return answer;
            }
            return call(client, method, arguments);
        });
    }

    static List<ConsumedCapacity> meter() {
        return new CopyOnWriteArrayList<>();
    }

    private static <C> C proxy(Class<C> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
