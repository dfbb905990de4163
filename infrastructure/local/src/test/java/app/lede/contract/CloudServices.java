package app.lede.contract;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of three services at separate endpoints, configured as in the functions. */
record CloudServices(DynamoDbClient dynamoDb, S3Client s3, SqsClient sqs) implements AutoCloseable {

    /** Endpoints, region and credentials of the services. */
    record Place(URI dynamoDb, URI s3, URI sqs, String region, String accessKeyId, String secretAccessKey) {}

    static CloudServices at(Place place) {
        AwsClients clients = new AwsClients(new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_DYNAMODB", place.dynamoDb().toString(),
                        "AWS_ENDPOINT_URL_S3", place.s3().toString(),
                        "AWS_ENDPOINT_URL_SQS", place.sqs().toString(),
                        "AWS_REGION", place.region(),
                        "AWS_ACCESS_KEY_ID", place.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY", place.secretAccessKey()),
                InstantSource.system()));
        return new CloudServices(clients.dynamoDb(), clients.s3(), clients.sqs());
    }

    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
        sqs.close();
    }
}
