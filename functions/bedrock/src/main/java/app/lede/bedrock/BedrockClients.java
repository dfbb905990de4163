package app.lede.bedrock;

import app.lede.aws.AwsClients;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Creates clients of Amazon Bedrock that never repeat a call that may have been charged. */
public final class BedrockClients {

    /** Longest time of one call with its repetitions. */
    public static final Duration CALL = Duration.ofSeconds(28);

    private static final Duration ATTEMPT = Duration.ofSeconds(25);
    private static final int UNAVAILABLE = 503;

    private BedrockClients() {}

    /** Creates a client for the environment's region or endpoint ({@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}). */
    public static BedrockRuntimeClient of(AwsClients clients) {
        return of(clients, ATTEMPT, Duration.ofSeconds(1));
    }

    static BedrockRuntimeClient of(AwsClients clients, Duration attempt, Duration pause) {
        return clients.configured(
                        BedrockRuntimeClient.builder()
                                .httpClient(UrlConnectionHttpClient.builder()
                                        .connectionTimeout(Duration.ofSeconds(3))
                                        .socketTimeout(attempt)
                                        .build()),
                        "BEDROCK_RUNTIME")
                .overrideConfiguration(clients.overrides()
                        .apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(attempt)
                        .retryStrategy(retries(pause))
                        .build())
                .build();
    }

    /** Repeats throttled calls twice. The SDK's own strategy repeats timeouts and broken connections too, which may be charged. */
    private static StandardRetryStrategy retries(Duration pause) {
        return StandardRetryStrategy.builder()
                .useClientDefaults(false)
                .maxAttempts(3)
                .retryOnException(e -> e instanceof AwsServiceException service
                        && (service.isThrottlingException() || service.statusCode() == UNAVAILABLE))
                .backoffStrategy(BackoffStrategy.exponentialDelay(pause, pause.multipliedBy(4)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(pause, pause.multipliedBy(4)))
                .build();
    }
}
