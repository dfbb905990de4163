package app.lede.local.wiring;

import app.lede.local.engine.Credentials;
import app.lede.local.engine.Engines;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stack's own clients of its engines; thread safe. */
record Clients(DynamoDbClient dynamodb, DynamoDbStreamsClient streams, S3Client s3, SqsClient sqs)
        implements AutoCloseable {

    static Clients of(Engines engines) {
        Credentials credentials = engines.credentials();
        StaticCredentialsProvider keys = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()));
        Region region = Region.of(credentials.region());
        return new Clients(
                DynamoDbClient.builder()
                        .endpointOverride(engines.dynamodb().endpoint())
                        .region(region)
                        .credentialsProvider(keys)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                DynamoDbStreamsClient.builder()
                        .endpointOverride(engines.dynamodb().endpoint())
                        .region(region)
                        .credentialsProvider(keys)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                S3Client.builder()
                        .endpointOverride(engines.s3().endpoint())
                        .region(region)
                        .credentialsProvider(keys)
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                SqsClient.builder()
                        .endpointOverride(engines.sqs().endpoint())
                        .region(region)
                        .credentialsProvider(keys)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build());
    }

    @Override
    public void close() {
        dynamodb.close();
        streams.close();
        s3.close();
        sqs.close();
    }
}
