package app.lede.aws;

import app.lede.search.Cursors;
import java.util.List;

/**
 * Signs cursors with the current version of a secret and accepts its previous one. Thread safe.
 *
 * @param secret any text that nobody can guess
 */
public record CursorSecrets(SecretVersions secret) implements Cursors.Secrets {

    @Override
    public List<byte[]> known() {
        return secret.all();
    }

    @Override
    public List<byte[]> renewed() {
        return secret.renewed();
    }
}
