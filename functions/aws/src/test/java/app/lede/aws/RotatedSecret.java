package app.lede.aws;

import java.time.Instant;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InternalServiceErrorException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Holds one secret in two versions, counts the calls, and fails them while it is broken. Not thread safe. */
final class RotatedSecret implements SecretsManagerClient {

    private Held current;
    private Held previous = new Held("", Instant.EPOCH);
    int calls;
    boolean broken;

    private record Held(String value, Instant created) {}

    RotatedSecret(String value) {
        this.current = new Held(value, Instant.EPOCH);
    }

    void rotate(String value) {
        rotate(value, Instant.EPOCH);
    }

    void rotate(String value, Instant created) {
        previous = current;
        current = new Held(value, created);
    }

    /** Makes the previous version current again, as UpdateSecretVersionStage does. */
    void rollBack() {
        Held newer = current;
        current = previous;
        previous = newer;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        calls++;
        if (broken) {
            throw InternalServiceErrorException.builder().message("broken").build();
        }
        Held held = request.versionStage().equals("AWSPREVIOUS") ? previous : current;
        if (held.value().isEmpty()) {
            throw ResourceNotFoundException.builder().message("none").build();
        }
        return GetSecretValueResponse.builder()
                .secretString(held.value())
                .createdDate(held.created())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
