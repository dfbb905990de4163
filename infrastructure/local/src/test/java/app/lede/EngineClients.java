package app.lede;

import app.lede.local.wiring.Endpoints;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates clients of a running stack's engines for end-to-end tests. */
final class EngineClients {

    private EngineClients() {}

    private static StaticCredentialsProvider keys(Endpoints endpoints) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(endpoints.accessKeyId(), endpoints.secretAccessKey()));
    }

    static S3Client s3(Endpoints endpoints) {
        return S3Client.builder()
                .endpointOverride(endpoints.s3())
                .forcePathStyle(true)
                .region(Region.of(endpoints.region()))
                .credentialsProvider(keys(endpoints))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    static DynamoDbClient dynamoDb(Endpoints endpoints) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoints.dynamodb())
                .region(Region.of(endpoints.region()))
                .credentialsProvider(keys(endpoints))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
