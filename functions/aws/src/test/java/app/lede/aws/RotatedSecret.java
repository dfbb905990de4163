package app.lede.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InternalServiceErrorException;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.paginators.ListSecretVersionIdsIterable;

/** Holds one secret in all its versions, counts the calls, and fails them while it is broken. Not thread safe. */
final class RotatedSecret implements SecretsManagerClient {

    private final List<Held> all = new ArrayList<>();
    private Held current;
    private @Nullable Held previous;
    int calls;
    boolean broken;

    private record Held(String id, String value, Instant created) {}

    /** Holds a value, or none if that is empty. */
    RotatedSecret(String value) {
        this.current = held(value, Instant.EPOCH);
    }

    private Held held(String value, Instant created) {
        Held held = new Held("version-" + all.size(), value, created);
        all.add(held);
        return held;
    }

    void rotate(String value) {
        rotate(value, Instant.EPOCH);
    }

    void rotate(String value, Instant created) {
        previous = current;
        current = held(value, created);
    }

    /** Makes the previous version current again, as UpdateSecretVersionStage does. */
    void rollBack() {
        Held newer = current;
        current = Optional.ofNullable(previous).orElseThrow();
        previous = newer;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        called();
        Held held = named(request);
        if (held == null || held.value().isEmpty()) {
            throw ResourceNotFoundException.builder().message("none").build();
        }
        return GetSecretValueResponse.builder()
                .secretString(held.value())
                .createdDate(held.created())
                .build();
    }

    private @Nullable Held named(GetSecretValueRequest request) {
        if (request.versionId() != null) {
            return all.stream()
                    .filter(held -> held.id().equals(request.versionId()))
                    .findFirst()
                    .orElse(null);
        }
        return request.versionStage().equals("AWSPREVIOUS") ? previous : current;
    }

    private void called() {
        calls++;
        if (broken) {
            throw InternalServiceErrorException.builder().message("broken").build();
        }
    }

    @Override
    public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
        called();
        return ListSecretVersionIdsResponse.builder()
                .versions(all.stream()
                        .filter(held ->
                                request.includeDeprecated() || !stages(held).isEmpty())
                        .map(this::entry)
                        .toList())
                .build();
    }

    private SecretVersionsListEntry entry(Held held) {
        // A version without a stage has an empty list here; the local stack leaves the list out.
        return SecretVersionsListEntry.builder()
                .versionId(held.id())
                .createdDate(held.created())
                .versionStages(stages(held))
                .build();
    }

    private List<String> stages(Held held) {
        return held.equals(current)
                ? List.of("AWSCURRENT")
                : held.equals(previous) ? List.of("AWSPREVIOUS") : List.of();
    }

    @Override
    public ListSecretVersionIdsIterable listSecretVersionIdsPaginator(ListSecretVersionIdsRequest request) {
        return new ListSecretVersionIdsIterable(this, request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
