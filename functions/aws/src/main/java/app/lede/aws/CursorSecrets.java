package app.lede.aws;

import app.lede.search.Cursors;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signs cursors with the current version of a secret and accepts its previous one. Thread safe.
 *
 * @param secret any text that nobody can guess
 */
public record CursorSecrets(SecretVersions secret) implements Cursors.Secrets {

    @Override
    public List<byte[]> known() {
        return bytes(secret.all());
    }

    @Override
    public List<byte[]> renewed() {
        return bytes(secret.renewed());
    }

    private static List<byte[]> bytes(List<SecretVersions.Version> versions) {
        return versions.stream()
                .map(version -> version.text().getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
