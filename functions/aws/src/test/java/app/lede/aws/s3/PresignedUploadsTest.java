package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.UploadClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedUploadsTest {

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-west-1", "us-gov-west-1"})
    void the_page_may_upload_to_where_tickets_go(String region) {
        StaticCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));
        try (S3Client s3 = S3Client.builder()
                        .region(Region.of(region))
                        .credentialsProvider(keys)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                S3Presigner presigner = S3Presigner.builder()
                        .region(Region.of(region))
                        .credentialsProvider(keys)
                        .build()) {
            String place = PresignedUploads.place(s3, "lede-documents-123456789012");
            String url = new PresignedUploads(() -> presigner, "lede-documents-123456789012")
                    .issue("uploads/1/a.txt", "text/plain", 3, UploadClaims.NONE)
                    .url();
            assertTrue(url.startsWith(place + "uploads/1/a.txt?"), () -> url + " is not under " + place);
        }
    }
}
