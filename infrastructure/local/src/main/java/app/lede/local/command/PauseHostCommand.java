package app.lede.local.command;

import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code lede pause-host}: keeps a stack from asking a host, on AWS or on this machine. */
@Command(
        name = "pause-host",
        description = {
            "Send no requests to a host for some hours, from polls, fetches and robots.txt alike; with --hours 0, end a"
                    + " pause.",
            "Jobs wait and none is lost. Those that were put off during a pause keep their time when it ends early. On"
                    + " AWS, name the stack; region and credentials are those of the environment. On this machine, name"
                    + " the address of DynamoDB that lede up prints."
        })
public final class PauseHostCommand implements Callable<Integer> {

    private static final int MOST_HOURS = 30 * 24;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9._-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-f:.]+](:[0-9]{1,5})?");

    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(
            paramLabel = "HOST",
            description = "The host as URLs name it, such as www.example.org; with its port if they have one.")
    private String host = "";

    @Option(
            names = "--hours",
            paramLabel = "N",
            required = true,
            description = "Hours from now, 720 at most; 0 ends it.")
    private int hours;

    @Mixin
    private StackAddress address = new StackAddress();

    public PauseHostCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        String name = host.toLowerCase(Locale.ROOT);
        if (!HOST.matcher(name).matches()) {
            throw new WrongUsage("a host is named as in www.example.org or www.example.org:8080, not " + host);
        }
        if (hours < 0 || hours > MOST_HOURS) {
            throw new WrongUsage("--hours is a number from 0 to " + MOST_HOURS + ", not " + hours);
        }
        Instant until = clock.instant().plus(Duration.ofHours(hours));
        try (DynamoDbClient tables = address.dynamoDb()) {
            new DynamoHostGate(tables, address.table(tables, "control")).quiet(name, until);
        }
        terminal.result(hours == 0 ? name + ": no pause" : name + ": paused until " + until);
        return ExitCode.COMPLETE.value();
    }
}
