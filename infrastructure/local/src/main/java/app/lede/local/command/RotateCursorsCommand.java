package app.lede.local.command;

import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** {@code lede rotate-cursors}: replaces the secret that signs cursors, on AWS or on this machine. */
@Command(
        name = "rotate-cursors",
        description = {
            "Replace the secret that signs the cursors of lists. Cursors signed with the one before stay valid until"
                    + " the next rotation; rotate twice to end them all.",
            "Instances sign with the new secret after five minutes at most, and accept it at once. On AWS, name the"
                + " stack; region and credentials are those of the environment. On this machine, name the address of"
                + " Secrets Manager that lede up prints."
        })
public final class RotateCursorsCommand implements Callable<Integer> {

    private static final String STACK_TAG = "aws:cloudformation:stack-name";
    private static final String KIND = "cursor";

    /** In bytes: twice what HMAC-SHA256 takes. */
    private static final int SIZE = 64;

    private final Terminal terminal;

    @Mixin
    private StackAddress address = new StackAddress();

    public RotateCursorsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] value = new byte[SIZE];
        new SecureRandom().nextBytes(value);
        try (SecretsManagerClient secrets = address.secrets()) {
            String secret = cursorSecret(secrets);
            secrets.putSecretValue(
                    put -> put.secretId(secret).secretString(HexFormat.of().formatHex(value)));
            terminal.result(secret + ": rotated");
        }
        return ExitCode.COMPLETE.value();
    }

    private String cursorSecret(SecretsManagerClient secrets) {
        List<String> found = secrets.listSecretsPaginator().stream()
                .flatMap(page -> page.secretList().stream())
                .filter(secret -> address.name().isEmpty() || stack(secret).equals(address.name()))
                .filter(secret -> isOfCursors(secret.name()))
                .map(SecretListEntry::arn)
                .toList();
        if (found.size() != 1) {
            throw new WrongUsage("there must be one secret of cursors in the stack, and there are " + found);
        }
        return found.getFirst();
    }

    /** Tests a name such as {@code CursorSecret-1ABC} on AWS, where CloudFormation leaves the stack out, or {@code cursor}. */
    private static boolean isOfCursors(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").startsWith(KIND);
    }

    private static Optional<String> stack(SecretListEntry secret) {
        return secret.tags().stream()
                .filter(tag -> tag.key().equals(STACK_TAG))
                .map(tag -> tag.value())
                .findFirst();
    }
}
