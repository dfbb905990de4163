package app.lede.local.wiring;

import app.lede.aws.CallWatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Fails one AWS call of a function, counted from 1, with the exception of the SDK. Messages are sent without a delay, as tests
 * deliver them at the time they choose. Thread safe.
 */
final class FailingCall implements CallWatch {

    /** How the call fails. */
    enum Failure {
        /** The service refuses every attempt of the client: a throttle. */
        THROTTLED,
        /** The call takes effect, and the client's time is over before the answer. */
        UNANSWERED,
        /** The call takes effect, its answer is lost, and the client sends it again. */
        REPEATED
    }

    private static final ExecutionAttribute<AtomicBoolean> ATTEMPT = new ExecutionAttribute<>("lede.failing");
    private static final long MILLIS = 8_000;

    private final int at;
    private final Failure failure;
    private final AtomicInteger calls = new AtomicInteger();

    FailingCall(int at, Failure failure) {
        this.at = at;
        this.failure = failure;
    }

    /** Fails no call. */
    static FailingCall none() {
        return new FailingCall(0, Failure.THROTTLED);
    }

    /** Returns the number of calls so far. */
    int calls() {
        return calls.get();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (calls.incrementAndGet() != at) {
            return;
        }
        if (failure == Failure.THROTTLED) {
            throw throttled(context.request());
        }
        attributes.putAttribute(ATTEMPT, new AtomicBoolean());
    }

    private static AwsServiceException throttled(SdkRequest request) {
        return switch (request) {
            case DynamoDbRequest dynamodb ->
                ProvisionedThroughputExceededException.builder()
                        .message("throttled by the test")
                        .build();
            case S3Request s3 -> refused(S3Exception.builder(), 503, "SlowDown");
            case SqsRequest sqs -> refused(SqsException.builder(), 403, "OverLimit");
            default -> refused(AwsServiceException.builder(), 400, "ThrottlingException");
        };
    }

    private static AwsServiceException refused(AwsServiceException.Builder exception, int status, String code) {
        return exception
                .statusCode(status)
                .message(code + ", by the test")
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case SendMessageRequest send -> send.toBuilder().delaySeconds(null).build();
            case SendMessageBatchRequest batch ->
                batch.toBuilder()
                        .entries(batch.entries().stream()
                                .map(entry ->
                                        entry.toBuilder().delaySeconds(null).build())
                                .toList())
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        AtomicBoolean lost = attributes.getAttribute(ATTEMPT);
        if (lost != null && failure == Failure.REPEATED && lost.compareAndSet(false, true)) {
            throw ApiCallAttemptTimeoutException.create(MILLIS);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(ATTEMPT) != null && failure == Failure.UNANSWERED) {
            throw ApiCallTimeoutException.create(MILLIS);
        }
    }

    @Override
    public S3Presigner watched(S3Presigner presigner) {
        return presigner;
    }
}
