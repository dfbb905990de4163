package app.lede.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Reads the versions of a secret: the current one, then the previous one while it exists. They are read when first needed, so a
 * snapshot of the process holds none, and again after five minutes, so a rotation needs no restart. Thread safe.
 */
public final class SecretVersions {

    /** Age at which an instance reads the versions again; until then the current one is what it was. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Least age before they are read again on demand: forged cursors cost a call each ten seconds. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private final Supplier<SecretsManagerClient> client;
    private final String arn;
    private final InstantSource clock;
    private @Nullable Values values;

    private record Values(List<byte[]> secrets, Instant at) {}

    public SecretVersions(Supplier<SecretsManagerClient> client, String arn, InstantSource clock) {
        this.client = client;
        this.arn = arn;
        this.clock = clock;
    }

    /** Returns the current version. */
    public byte[] current() {
        return all().getFirst();
    }

    /** Returns the current version, then the previous one while it exists. */
    public List<byte[]> all() {
        return noOlderThan(FRESH);
    }

    /** Looks for a rotation, at most each ten seconds, and returns the versions as {@link #all} does. */
    public List<byte[]> renewed() {
        return noOlderThan(LEAST);
    }

    private synchronized List<byte[]> noOlderThan(Duration age) {
        Instant now = clock.instant();
        Values present = values;
        if (present == null) {
            present = new Values(read(), now);
        } else if (!now.isBefore(present.at().plus(age))) {
            present = new Values(readOr(present.secrets()), now);
        }
        values = present;
        return present.secrets();
    }

    /** Reads the secrets again; while Secrets Manager is out of reach, those that are known serve on. */
    private List<byte[]> readOr(List<byte[]> known) {
        try {
            return read();
        } catch (SdkException e) {
            return known;
        }
    }

    private List<byte[]> read() {
        List<byte[]> secrets = new ArrayList<>();
        secrets.add(value("AWSCURRENT"));
        try {
            secrets.add(value("AWSPREVIOUS"));
        } catch (ResourceNotFoundException e) {
            // Never rotated: there is no previous version.
            return secrets;
        }
        return secrets;
    }

    private byte[] value(String stage) {
        GetSecretValueRequest request = GetSecretValueRequest.builder()
                .secretId(arn)
                .versionStage(stage)
                .build();
        return client.get().getSecretValue(request).secretString().getBytes(StandardCharsets.UTF_8);
    }
}
