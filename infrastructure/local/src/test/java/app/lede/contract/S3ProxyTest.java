package app.lede.contract;

import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the S3 contracts on S3Proxy. */
class S3ProxyTest extends BucketPorts {

    @RegisterExtension
    static final LocalEngines ENGINES = new LocalEngines();

    @Override
    S3Client client() {
        return ENGINES.services().s3();
    }
}
