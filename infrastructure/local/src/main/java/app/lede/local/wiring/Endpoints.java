package app.lede.local.wiring;

import java.net.URI;

/** Endpoints of the stack, and credentials for its clients. */
public record Endpoints(
        URI api,
        URI s3,
        URI dynamodb,
        URI sqs,
        URI secretsManager,
        URI sns,
        String region,
        String accessKeyId,
        String secretAccessKey) {}
