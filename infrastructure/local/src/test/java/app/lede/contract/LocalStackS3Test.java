package app.lede.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the S3 contracts on LocalStack. */
@Tag("localstack")
class LocalStackS3Test extends BucketPorts {

    @RegisterExtension
    static final LocalStack LOCALSTACK = new LocalStack();

    @Override
    S3Client client() {
        return LOCALSTACK.services().s3();
    }
}
