package app.lede.local.wiring;

import java.net.URI;
import java.util.Optional;

/**
 * Endpoints of the stack, and credentials for its clients.
 *
 * @param bedrock of models, from {@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}; the stack has none of its own
 */
public record Endpoints(
        URI api,
        URI s3,
        URI dynamodb,
        URI sqs,
        URI secretsManager,
        URI sns,
        Optional<URI> bedrock,
        String region,
        String accessKeyId,
        String secretAccessKey) {}
