package app.lede.local;

import app.lede.local.command.AddressCommand;
import app.lede.local.command.BackfillCommand;
import app.lede.local.command.ExtractCommand;
import app.lede.local.command.FeedCommand;
import app.lede.local.command.InvokeCommand;
import app.lede.local.command.OnceCommand;
import app.lede.local.command.PauseHostCommand;
import app.lede.local.command.ProxyCommand;
import app.lede.local.command.RedriveCommand;
import app.lede.local.command.ReindexCommand;
import app.lede.local.command.ReprocessCommand;
import app.lede.local.command.RestoreCommand;
import app.lede.local.command.RotateCursorsCommand;
import app.lede.local.command.SigningKeyCommand;
import app.lede.local.command.StackNotStarted;
import app.lede.local.command.StackOption;
import app.lede.local.command.SummariseCommand;
import app.lede.local.command.UpCommand;
import app.lede.local.command.bench.BenchCommand;
import app.lede.local.command.costs.CostsCommand;
import app.lede.local.command.ingestion.LibraryFailed;
import app.lede.local.command.release.ReleaseCommand;
import app.lede.local.command.rights.RightsCommand;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.wiring.InvocationFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The {@code lede} command: runs the template with all functions on this machine. */
@Command(
        name = "lede",
        description = {
            "Lede on this machine: articles fetched, parsed, summarised and queried without an AWS account.",
            "Without a subcommand: once, with a sample site and sample documents."
        },
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "Exit codes: 0 every input has a result or outcome, 1 some have none, 2 wrong usage, "
                    + "3 the stack did not start."
        })
public final class Lede implements Callable<Integer> {

    /** Says at each start that it would gain from a module of the JVM that is still incubating. Kept, so that its level stays. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    private final Terminal terminal;

    @Option(names = "--json", description = "Results as JSON, one object per line.")
    private boolean json;

    private Lede(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and ends the process, even if engine threads are still running. */
    public static void main(String[] arguments) {
        System.setProperty(StackOption.QUIET, "true");
        LUCENE.setLevel(Level.SEVERE);
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs the command and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        CommandLine commands = new CommandLine(new Lede(terminal))
                .addSubcommand(new OnceCommand(terminal))
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new BackfillCommand(terminal))
                .addSubcommand(new ExtractCommand(terminal))
                .addSubcommand(new FeedCommand(terminal))
                .addSubcommand(new SummariseCommand(terminal))
                .addSubcommand(new AddressCommand(terminal))
                .addSubcommand(new InvokeCommand(terminal))
                .addSubcommand(new ProxyCommand(terminal, System.in))
                .addSubcommand(new RedriveCommand(terminal))
                .addSubcommand(new ReindexCommand(terminal))
                .addSubcommand(new ReprocessCommand(terminal))
                .addSubcommand(new PauseHostCommand(terminal, InstantSource.system()))
                .addSubcommand(new RestoreCommand(terminal))
                .addSubcommand(new RotateCursorsCommand(terminal))
                .addSubcommand(new ReleaseCommand(terminal))
                .addSubcommand(new RightsCommand(terminal))
                .addSubcommand(new CostsCommand(terminal))
                .addSubcommand(new SigningKeyCommand(terminal))
                .addSubcommand(BenchCommand.of(terminal));
        commands.registerConverter(URI.class, Lede::address);
        withCommonOptions(commands);
        commands.getSubcommands().values().forEach(Lede::withCommonOptions);
        commands.setOut(writer(terminal.results()));
        commands.setErr(writer(terminal.messages()));
        commands.setParameterExceptionHandler((problem, ignored) -> wrongUsage(terminal, problem));
        commands.setExecutionExceptionHandler((problem, command, ignored) -> failed(terminal, problem, command));
        return commands.execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        return OnceCommand.ofSamples(terminal, json).call();
    }

    private static void withCommonOptions(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--json") == null) {
            spec.addOption(OptionSpec.builder("--json")
                    .type(boolean.class)
                    .description("Accepted everywhere; this command prints JSON in any case.")
                    .build());
        }
        spec.mixinStandardHelpOptions(true)
                .versionProvider(new Version())
                .usageMessage()
                .width(100);
    }

    /** Reads the address of a service, which has a scheme. */
    private static URI address(String text) {
        if (WEB.matcher(text).lookingAt()) {
            try {
                return new URI(text);
            } catch (URISyntaxException ignored) {
                // Said below, in the words of every other text that is no address.
            }
        }
        throw new TypeConversionException("an address such as http://127.0.0.1:4580 is expected, not '" + text + "'");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrongUsage(Terminal terminal, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        terminal.message(command + ": " + problem.getMessage());
        UnmatchedArgumentException.printSuggestions(
                problem, problem.getCommandLine().getErr());
        terminal.message("Try: " + command + " --help");
        return ExitCode.WRONG_USAGE.value();
    }

    private static int failed(Terminal terminal, Exception problem, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        return switch (problem) {
            case WrongUsage e -> end(terminal, name + ": " + e.getMessage(), ExitCode.WRONG_USAGE);
            case StackNotStarted e -> {
                if (e.isUnexpected()) {
                    e.printStackTrace(terminal.messages());
                }
                yield end(terminal, name + ": the stack did not start: " + e.getMessage(), ExitCode.NO_STACK);
            }
            case LibraryFailed e -> end(terminal, name + ": " + e.getMessage(), ExitCode.LOST);
            case InvocationFailed e -> end(terminal, name + ": " + e.getMessage(), ExitCode.LOST);
            case SdkClientException e ->
                end(terminal, name + ": AWS, or the stack, is out of reach: " + e.getMessage(), ExitCode.LOST);
            default -> {
                problem.printStackTrace(terminal.messages());
                yield ExitCode.LOST.value();
            }
        };
    }

    private static int end(Terminal terminal, String message, ExitCode code) {
        terminal.message(message);
        return code.value();
    }

    /** Returns the version recorded in the jar by Maven. */
    private static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            Properties built = new Properties();
            try (InputStream in = Lede.class.getResourceAsStream("/META-INF/maven/app.lede/local/pom.properties")) {
                if (in != null) {
                    built.load(in);
                }
            }
            return new String[] {"lede " + built.getProperty("version", "(not packaged)")};
        }
    }
}
