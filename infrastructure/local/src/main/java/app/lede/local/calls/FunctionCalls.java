package app.lede.local.calls;

import app.lede.aws.CallWatch;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.calls.CallLedger.Units;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.SdkHttpHeaders;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Enters each AWS call of one function in the ledger, and refuses the calls that its role does not allow, as AWS does. Thread safe.
 */
final class FunctionCalls implements CallWatch {
    private static final ExecutionAttribute<List<Call>> CALLS = new ExecutionAttribute<>("lede.calls");
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;
    /** A refused condition consumes a unit for each KB of the stored item; that size is unknown here. */
    private static final double REFUSED_CONDITION = 1;

    private final String function;
    private final NeededRights rights;
    private final Predicate<Call> allowed;
    private final CallLedger ledger;

    FunctionCalls(String function, NeededRights rights, Predicate<Call> allowed, CallLedger ledger) {
        this.function = function;
        this.rights = rights;
        this.allowed = allowed;
        this.ledger = ledger;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        List<Call> calls = rights.of(function, context.request());
        attributes.putAttribute(CALLS, calls);
        calls.forEach(call -> refuse(call).ifPresent(denied -> {
            throw denied;
        }));
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(total).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(total).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(total).build();
            case TransactWriteItemsRequest write ->
                write.toBuilder().returnConsumedCapacity(total).build();
            default -> context.request();
        };
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Call call = attributes.getAttribute(CALLS).getFirst();
        ledger.add(call, Count.REQUESTS, 1);
        ledger.add(call, Count.BYTES_SENT, length(context.httpRequest()));
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        ledger.add(attributes.getAttribute(CALLS).getFirst(), Count.BYTES_RECEIVED, length(context.httpResponse()));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        List<Call> calls = attributes.getAttribute(CALLS);
        for (ConsumedCapacity consumed : consumed(context.response())) {
            String table = rights.table(consumed.tableName());
            Call call = calls.stream()
                    .filter(candidate -> candidate.resource().startsWith(table))
                    .findFirst()
                    .orElseGet(calls::getFirst);
            ledger.consumed(call, units(call), consumed.capacityUnits());
        }
    }

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable problem = context.exception();
        List<Call> calls = attributes.getAttribute(CALLS);
        if (problem instanceof ConditionalCheckFailedException) {
            ledger.consumed(calls.getFirst(), Units.WRITE, REFUSED_CONDITION);
        }
        if (problem instanceof S3Exception s3 && s3.statusCode() == NOT_IMPLEMENTED) {
            rights.keepsNoVersions(function, context.request());
        }
        if (problem instanceof S3Exception s3 && s3.statusCode() == NOT_FOUND) {
            for (Call call : rights.missing(function, context.request())) {
                Optional<AwsServiceException> denied = refuse(call);
                // Counted as used, not as sent: the right decides how another request is answered.
                ledger.add(call, Count.REQUESTS, 0);
                if (denied.isPresent()) {
                    return denied.get();
                }
            }
        }
        return problem;
    }

    @Override
    public S3Presigner watched(S3Presigner presigner) {
        return (S3Presigner) Proxy.newProxyInstance(
                S3Presigner.class.getClassLoader(), new Class<?>[] {S3Presigner.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (arguments != null) {
                        signed(arguments[0]);
                    }
                    try {
                        return method.invoke(presigner, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** Enters a request that somebody else will send with the function's rights. */
    private void signed(Object request) {
        SdkRequest later =
                switch (request) {
                    case GetObjectPresignRequest get -> get.getObjectRequest();
                    case PutObjectPresignRequest put -> put.putObjectRequest();
                    default -> throw new IllegalArgumentException("not read here: " + request.getClass());
                };
        for (Call call : rights.of(function, later)) {
            refuse(call).ifPresent(denied -> {
                throw denied;
            });
            ledger.add(call, Count.REQUESTS, 1);
        }
    }

    private Optional<AwsServiceException> refuse(Call call) {
        if (allowed.test(call)) {
            return Optional.empty();
        }
        ledger.add(call, Count.DENIED, 1);
        String problem = "the role of " + function + " does not allow " + call.action() + " on " + call.resource() + " "
                + call.context().keys();
        System.err.println("AccessDenied: " + problem);
        return Optional.of(exception(call)
                .statusCode(FORBIDDEN)
                .message(problem)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage(problem)
                        .build())
                .build());
    }

    private static AwsServiceException.Builder exception(Call call) {
        return switch (call.action().substring(0, call.action().indexOf(':'))) {
            case "s3" -> S3Exception.builder();
            case "dynamodb" -> DynamoDbException.builder();
            case "sqs" -> SqsException.builder();
            default -> AwsServiceException.builder();
        };
    }

    private static Units units(Call call) {
        return switch (call.action()) {
            case "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query" -> Units.READ;
            default -> Units.WRITE;
        };
    }

    private static List<ConsumedCapacity> consumed(SdkResponse response) {
        return response.getValueForField("ConsumedCapacity", Object.class)
                .map(value -> value instanceof ConsumedCapacity one
                        ? List.of(one)
                        : value instanceof List<?> many
                                ? many.stream()
                                        .map(ConsumedCapacity.class::cast)
                                        .toList()
                                : List.<ConsumedCapacity>of())
                .orElse(List.of());
    }

    private static long length(SdkHttpHeaders message) {
        return message.firstMatchingHeader("Content-Length")
                .map(Long::parseLong)
                .orElse(0L);
    }
}
