package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.signature.SigningKey;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lede signing-key}: makes a key that a stack can sign its requests with. */
@Command(
        name = "signing-key",
        description = {
            "Print a new Ed25519 key as JWK, which is a secret, and its thumbprint to standard error.",
            "A stack with SignRequests=ENABLED makes a key of its own; this one replaces it, and is known by the same"
                    + " thumbprint in every stack that is given it. It is published at once and signs after 75 minutes,"
                    + " when every verifier can know it; until then the one before signs:",
            "  aws secretsmanager put-secret-value --secret-id <ARN> --secret-string \"$(lede signing-key)\""
        })
public final class SigningKeyCommand implements Callable<Integer> {

    private final Terminal terminal;

    public SigningKeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SigningKey key = SigningKey.generated(new SecureRandom());
        terminal.result(key.jwk());
        terminal.message("signing-key: thumbprint " + key.id());
        return ExitCode.COMPLETE.value();
    }
}
