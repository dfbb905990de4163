package app.lede.aws;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Creates service clients from the environment: region and default credentials on AWS, or another endpoint with its own
 * credentials if {@code AWS_ENDPOINT_URL} or {@code AWS_ENDPOINT_URL_<SERVICE>} is set. Each client is created when first asked for,
 * and then shared: a client that a first answer does not need would cost its start a hundred classes. Thread safe.
 */
public final class AwsClients {

    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration ATTEMPT = Duration.ofSeconds(8);

    private final Environment environment;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(3))
            .socketTimeout(ATTEMPT)
            .build();

    /** By type; none before it is asked for. */
    private final Map<Class<?>, Object> clients = new HashMap<>();

    private @Nullable AwsCredentialsProvider chain;

    public AwsClients(Environment environment) {
        this.environment = environment;
    }

    public DynamoDbClient dynamoDb() {
        return once(DynamoDbClient.class, () -> overHttp(DynamoDbClient.builder(), "DYNAMODB")
                .build());
    }

    public SqsClient sqs() {
        return once(SqsClient.class, () -> overHttp(SqsClient.builder(), "SQS").build());
    }

    public SnsClient sns() {
        return once(SnsClient.class, () -> overHttp(SnsClient.builder(), "SNS").build());
    }

    public SecretsManagerClient secrets() {
        return once(SecretsManagerClient.class, () -> overHttp(SecretsManagerClient.builder(), "SECRETS_MANAGER")
                .build());
    }

    public S3Client s3() {
        return once(S3Client.class, () -> overHttp(S3Client.builder(), "S3")
                .forcePathStyle(endpoint("S3").isPresent())
                .build());
    }

    public S3Presigner presigner() {
        return once(S3Presigner.class, this::newPresigner);
    }

    private synchronized <C> C once(Class<C> type, Supplier<C> creation) {
        return type.cast(clients.computeIfAbsent(type, absent -> creation.get()));
    }

    /** Configures a client that shares the connections of the others. */
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B overHttp(B builder, String service) {
        return configured(builder.httpClient(http), service);
    }

    private S3Presigner newPresigner() {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(region())
                .credentialsProvider(credentials("S3"))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint("S3").isPresent())
                        .build());
        endpoint("S3").ifPresent(builder::endpointOverride);
        S3Presigner built = builder.build();
        return environment.watch().map(watch -> watch.watched(built)).orElse(built);
    }

    /** Configures a client of any service, named as in {@code AWS_ENDPOINT_URL_<SERVICE>}: region, credentials, endpoint and timeouts. */
    public <B extends AwsClientBuilder<B, C>, C> B configured(B builder, String service) {
        builder.region(region())
                .credentialsProvider(credentials(service))
                .overrideConfiguration(overrides()
                        .apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .build());
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder;
    }

    /** Starts the overrides of a client; those of a client that sets its own begin here too. */
    public ClientOverrideConfiguration.Builder overrides() {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder();
        environment.watch().ifPresent(overrides::addExecutionInterceptor);
        return overrides;
    }

    private Region region() {
        return Region.of(environment.require("AWS_REGION"));
    }

    private Optional<URI> endpoint(String service) {
        return environment
                .find("AWS_ENDPOINT_URL_" + service)
                .or(() -> environment.find("AWS_ENDPOINT_URL"))
                .map(URI::create);
    }

    /**
     * Returns the default credentials chain on Lambda: it refreshes, and survives a snapshot, which fixed credentials
     * do not.
     */
    private AwsCredentialsProvider credentials(String service) {
        return endpoint(service).isEmpty()
                ? defaultChain()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.require("AWS_ACCESS_KEY_ID"), environment.require("AWS_SECRET_ACCESS_KEY")));
    }

    private synchronized AwsCredentialsProvider defaultChain() {
        if (chain == null) {
            chain = DefaultCredentialsProvider.builder().build();
        }
        return chain;
    }
}
