package app.lede.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/**
 * Reads the versions of a secret: the current one, then the previous one while it exists, then, where asked for, those before them
 * that were replaced a short time ago. They are read when first needed, so a snapshot of the process holds none, and again after five
 * minutes, so a rotation needs no restart. Thread safe.
 */
public final class SecretVersions {

    /** Stages that Secrets Manager itself gives; a version may have others of the operator's besides. */
    private static final Set<String> STAGES = Set.of("AWSCURRENT", "AWSPREVIOUS", "AWSPENDING");

    /** Age at which an instance reads the versions again; until then the current one is what it was. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Least age before they are read again on demand: forged cursors cost a call each ten seconds. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private final Supplier<SecretsManagerClient> client;
    private final String arn;
    private final InstantSource clock;
    private final Duration inUse;
    private @Nullable Values values;

    private record Values(List<Version> versions, Instant at) {}

    /**
     * One version of a secret.
     *
     * @param created when it was stored
     */
    public record Version(String text, Instant created) {

        /** Returns a form without the secret. */
        @Override
        public String toString() {
            return "Version[" + created + "]";
        }
    }

    public SecretVersions(Supplier<SecretsManagerClient> client, String arn, InstantSource clock) {
        this(client, arn, clock, Duration.ZERO);
    }

    /**
     * Reads earlier versions too.
     *
     * @param inUse how long a version may still be used after the next was stored; the function needs the right to list versions
     */
    public SecretVersions(Supplier<SecretsManagerClient> client, String arn, InstantSource clock, Duration inUse) {
        this.client = client;
        this.arn = arn;
        this.clock = clock;
        this.inUse = inUse;
    }

    /** Returns the current version, the previous one while it exists, and the earlier ones, the newest of them first. */
    public List<Version> all() {
        return noOlderThan(FRESH);
    }

    /** Looks for a rotation, at most each ten seconds, and returns the versions as {@link #all} does. */
    public List<Version> renewed() {
        return noOlderThan(LEAST);
    }

    private synchronized List<Version> noOlderThan(Duration age) {
        Instant now = clock.instant();
        Values present = values;
        if (present == null) {
            present = new Values(read(), now);
        } else if (!now.isBefore(present.at().plus(age))) {
            present = new Values(readOr(present.versions()), now);
        }
        values = present;
        return present.versions();
    }

    /** Reads the versions again; while Secrets Manager is out of reach, those that are known serve on. */
    private List<Version> readOr(List<Version> known) {
        try {
            return read();
        } catch (SdkException e) {
            return known;
        }
    }

    private List<Version> read() {
        List<Version> versions = new ArrayList<>();
        versions.add(version(get -> get.versionStage("AWSCURRENT")));
        try {
            versions.add(version(get -> get.versionStage("AWSPREVIOUS")));
        } catch (ResourceNotFoundException e) {
            // Never rotated: there is no previous version.
            return versions;
        }
        Instant since = clock.instant().minus(inUse);
        if (versions.stream().allMatch(version -> version.created().isAfter(since))) {
            versions.addAll(earlier(since));
        }
        return versions;
    }

    /** Returns the versions that have no stage any more, as far back as to one that was stored before a time. */
    private List<Version> earlier(Instant since) {
        List<SecretVersionsListEntry> entries =
                client
                        .get()
                        .listSecretVersionIdsPaginator(
                                list -> list.secretId(arn).includeDeprecated(true))
                        .stream()
                        .flatMap(page -> page.versions().stream())
                        .filter(entry -> entry.versionStages().stream().noneMatch(STAGES::contains))
                        .sorted(Comparator.comparing(SecretVersionsListEntry::createdDate)
                                .reversed())
                        .toList();
        List<Version> versions = new ArrayList<>();
        for (SecretVersionsListEntry entry : entries) {
            Version version = version(get -> get.versionId(entry.versionId()));
            versions.add(version);
            if (!version.created().isAfter(since)) {
                break;
            }
        }
        return versions;
    }

    private Version version(Consumer<GetSecretValueRequest.Builder> which) {
        GetSecretValueResponse response = client.get().getSecretValue(get -> which.accept(get.secretId(arn)));
        Instant created = Optional.ofNullable(response.createdDate()).orElse(Instant.EPOCH);
        return new Version(response.secretString(), created);
    }
}
