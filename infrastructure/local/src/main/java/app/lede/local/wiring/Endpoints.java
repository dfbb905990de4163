package app.lede.local.wiring;

import java.net.URI;

/** Where the stack answers, and what clients sign with. */
public record Endpoints(
        URI api,
        URI s3,
        URI dynamodb,
        URI sqs,
        URI secretsManager,
        String region,
        String accessKeyId,
        String secretAccessKey) {}
