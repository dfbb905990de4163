package app.lede.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Reads a secret: its current version, then the previous one while it exists. */
public final class SecretVersions {

    private SecretVersions() {}

    public static List<byte[]> read(SecretsManagerClient secrets, String arn) {
        List<byte[]> values = new ArrayList<>();
        values.add(value(secrets, arn, "AWSCURRENT"));
        try {
            values.add(value(secrets, arn, "AWSPREVIOUS"));
        } catch (ResourceNotFoundException e) {
            // Never rotated: there is no previous version.
            return values;
        }
        return values;
    }

    private static byte[] value(SecretsManagerClient secrets, String arn, String stage) {
        GetSecretValueRequest request = GetSecretValueRequest.builder()
                .secretId(arn)
                .versionStage(stage)
                .build();
        return secrets.getSecretValue(request).secretString().getBytes(StandardCharsets.UTF_8);
    }
}
