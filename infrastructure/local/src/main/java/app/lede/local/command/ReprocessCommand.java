package app.lede.local.command;

import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.sqs.SqsQueue;
import app.lede.extract.ArticleExtractor;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.reprocess.ReprocessJob;
import app.lede.reprocess.Reprocessing;
import app.lede.reprocess.Reprocessings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code lede reprocess}: runs stored documents through today's pipeline, on AWS or on this machine. */
@Command(
        name = "reprocess",
        description = {
            "Run the documents of a stack's articles through today's pipeline, and print what would change: the number"
                    + " of articles by field, with examples. Nothing is stored without --promote.",
            "The stack's function does the work, at most so many articles a minute; this command starts it and waits."
                + " A run that was left goes on by itself; --run waits for it, and starts it again where it stopped."
                + " On AWS, name the stack; region and credentials are those of the environment. On this machine, name"
                + " the addresses that lede up prints."
        })
public final class ReprocessCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 1_000;

    private final Terminal terminal;

    @Mixin
    private StackAddress address = new StackAddress();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Articles that arrived at this time or later, or on this day.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Articles that arrived before this time or day. Default: now.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--promote", description = "Store the articles that come out otherwise.")
    private boolean promote;

    @Option(names = "--rate", paramLabel = "N", description = "Most articles a minute. Default: ${DEFAULT-VALUE}.")
    private int perMinute = 300;

    @Option(names = "--run", paramLabel = "ID", description = "Wait for a run that was begun before.")
    private Optional<String> begun = Optional.empty();

    public ReprocessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (begun.isEmpty() && from.isEmpty()) {
            throw new WrongUsage("name the time from which on articles arrived (--from), or a run (--run)");
        }
        InstantSource clock = InstantSource.system();
        Optional<Reprocessing> fresh = begun.isEmpty() ? Optional.of(asked(clock.instant())) : Optional.empty();
        try (DynamoDbClient tables = address.dynamoDb();
                SqsClient sqs = address.sqs()) {
            Reprocessings runs = new DynamoReprocessings(tables, address.table(tables, "control"), clock);
            Reprocessing run = begun.map(id -> found(runs, id)).orElseGet(fresh::orElseThrow);
            fresh.ifPresent(runs::add);
            new SqsQueue<ReprocessJob>(sqs, queue(sqs)).send(List.of(new ReprocessJob(run.id())));
            terminal.message("reprocess: run " + run.id());
            terminal.result(Json.text(awaited(runs, run, new Progress(terminal, clock, "reprocess"))));
        }
        return ExitCode.COMPLETE.value();
    }

    private static Reprocessing found(Reprocessings runs, String id) {
        return runs.get(id).orElseThrow(() -> new WrongUsage("there is no run " + id));
    }

    /** Returns the run that the options ask for, not added yet. */
    private Reprocessing asked(Instant now) {
        try {
            return Reprocessing.begun(
                    Digest.base32(UUID.randomUUID().toString()),
                    time(from.orElseThrow()),
                    to.map(ReprocessCommand::time).orElse(now),
                    promote,
                    perMinute,
                    ArticleExtractor.VERSION,
                    now);
        } catch (DateTimeException e) {
            throw new WrongUsage(
                    "--from and --to take a day (2026-01-31) or a time (2026-01-31T12:00:00Z): " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--from must be before --to, and --rate from 1 to " + Reprocessing.MOST_PER_MINUTE);
        }
    }

    private static Instant time(String given) {
        return given.indexOf('T') > 0
                ? Instant.parse(given)
                : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Reprocessing awaited(Reprocessings runs, Reprocessing begun, Progress progress)
            throws InterruptedException {
        Reprocessing run = begun;
        while (!run.complete()) {
            Thread.sleep(PAUSE_MILLIS);
            run = found(runs, run.id());
            progress.say(run.examined() + " articles, " + run.changed() + " change");
        }
        return run;
    }

    private String queue(SqsClient sqs) {
        List<String> urls = sqs.listQueuesPaginator(list -> list.queueNamePrefix(address.prefix())).queueUrls().stream()
                .toList();
        String name = address.only(
                urls.stream()
                        .map(url -> url.substring(url.lastIndexOf('/') + 1))
                        .toList(),
                "reprocessqueue");
        return urls.stream().filter(url -> url.endsWith("/" + name)).findFirst().orElseThrow();
    }
}
