package app.lede.aws;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InternalServiceErrorException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Holds one secret in two versions, counts the calls, and fails them while it is broken. Not thread safe. */
final class RotatedSecret implements SecretsManagerClient {

    private String current;
    private String previous = "";
    int calls;
    boolean broken;

    RotatedSecret(String value) {
        this.current = value;
    }

    void rotate(String value) {
        previous = current;
        current = value;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        calls++;
        if (broken) {
            throw InternalServiceErrorException.builder().message("broken").build();
        }
        String value = request.versionStage().equals("AWSPREVIOUS") ? previous : current;
        if (value.isEmpty()) {
            throw ResourceNotFoundException.builder().message("none").build();
        }
        return GetSecretValueResponse.builder().secretString(value).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
