package app.lede.local.command.costs;

import app.lede.json.Json;
import app.lede.local.command.StackNotStarted;
import app.lede.local.command.TemplateFile;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.template.Function.QueueEvent;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Template;
import app.lede.local.template.Text;
import app.lede.local.wiring.StackFailed;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lede costs}: counts a small workload on the local stack and prints the monthly bill of a volume. */
@Command(
        name = "costs",
        description = {
            "Count what articles use on this machine, and work out the monthly bill of a volume on AWS.",
            "Calls, capacity units, requests and log bytes are counted; GB-seconds are this machine's durations times"
                    + " the",
            "memory in the template, and so an estimate. Free allowances, transfer out and backups are left out."
        })
public final class CostsCommand implements Callable<Integer> {
    private static final MathContext DIGITS = new MathContext(4);

    private static final double MOST = 1e12;

    private final Terminal terminal;

    @Option(
            names = "--articles-per-day",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Default: ${DEFAULT-VALUE}")
    private double articles;

    @Option(
            names = "--sources",
            paramLabel = "M",
            defaultValue = "100",
            description = "Feeds, polled once an hour each. Default: ${DEFAULT-VALUE}")
    private double sources;

    @Option(
            names = "--queries-per-day",
            paramLabel = "Q",
            defaultValue = "1000",
            description = "Requests to the API. Default: ${DEFAULT-VALUE}")
    private double queries;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description = "us-east-1 or eu-west-1. Default: ${DEFAULT-VALUE}")
    private String region = "us-east-1";

    @Option(names = "--json", description = "The result as one line of JSON.")
    private boolean json;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The template to run, in place of the built-in one.")
    private Optional<Path> templateFile = Optional.empty();

    @Option(names = "--log", paramLabel = "FILE", description = "Log file of functions and engines.")
    private Optional<Path> log = Optional.empty();

    /** Creates the command. */
    public CostsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(articles > 0) || !(sources >= 0) || !(queries >= 0) || !(articles + sources + queries <= MOST)) {
            throw new WrongUsage(
                    "--articles-per-day takes a number above 0, --sources and --queries-per-day from 0, up to 10^12");
        }
        Prices prices = Prices.of(region);
        Path file = templateFile
                .or(TemplateFile::ofThisProgram)
                .orElseThrow(() -> new WrongUsage("name the template with --template FILE"));
        if (!Files.isReadable(file)) {
            throw new WrongUsage("there is no file " + file + " to read a template from");
        }
        if (log.isPresent()) {
            terminal.keepOthersIn(log.get());
        }
        terminal.message("costs: counting 24 articles on a local stack");
        Counted counted = counted(file);
        Bill bill = bill(counted, Template.read(file, Map.of()), prices);
        if (json) {
            terminal.result(json(counted, bill, prices).toString());
        } else {
            table(counted, bill, prices);
        }
        return ExitCode.COMPLETE.value();
    }

    private static Counted counted(Path file) throws IOException, InterruptedException {
        try {
            return new CountedWorkload(file).run();
        } catch (StackFailed e) {
            throw new StackNotStarted(String.valueOf(e.getMessage()), e);
        }
    }

    private Bill bill(Counted counted, Template template, Prices prices) {
        long queues = template.functions().stream()
                .flatMap(function -> function.events().stream())
                .filter(QueueEvent.class::isInstance)
                .count();
        return Bill.of(
                counted,
                new Bill.Volume(articles, sources, queries, checks(template)),
                ticks(template),
                (int) queues,
                prices);
    }

    /** Returns the ticks a day of all schedules of each function. */
    static Map<String, Double> ticks(Template template) {
        Map<String, Double> ticks = new HashMap<>();
        template.functions().forEach(function -> function.events().forEach(event -> {
            if (event instanceof ScheduleEvent schedule) {
                ticks.merge(function.name(), (double) Duration.ofDays(1).dividedBy(schedule.rate()), Double::sum);
            }
        }));
        return ticks;
    }

    /** Returns the most looks at stored pages a day that the template allows. */
    private static double checks(Template template) {
        return template.functions().stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get("RECHECKS_PER_DAY")).stream())
                .mapToDouble(text -> Double.parseDouble(text.resolve(Text.Reference::toString)))
                .findFirst()
                .orElse(0);
    }

    static ObjectNode json(Counted counted, Bill bill, Prices prices) {
        ObjectNode json = Json.object();
        ObjectNode article = json.putObject("perArticle");
        article.put("writeUnits", round(counted.article().of(Item.DYNAMODB_WRITE_UNITS)))
                .put("readUnits", round(counted.article().of(Item.DYNAMODB_READ_UNITS)));
        ObjectNode calls = article.putObject("calls");
        new TreeMap<>(counted.calls()).forEach((call, number) -> calls.put(call, round(number)));
        ObjectNode month = json.putObject("perMonth").put("total", round(bill.total()));
        ObjectNode items = month.putObject("items");
        for (Item item : Item.values()) {
            Double dollars = bill.dollars().get(item);
            if (dollars != null) {
                items.put(item.key(), round(dollars));
            }
        }
        return json.put("pricesAsOf", prices.asOf());
    }

    private void table(Counted counted, Bill bill, Prices prices) {
        terminal.result(String.format(
                Locale.ROOT,
                "One article: %s write units, %s read units, %s calls (with its share of a poll of 4 entries)",
                round(counted.article().of(Item.DYNAMODB_WRITE_UNITS)),
                round(counted.article().of(Item.DYNAMODB_READ_UNITS)),
                round(counted.calls().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())));
        new TreeMap<>(counted.calls())
                .forEach((call, number) ->
                        terminal.result(String.format(Locale.ROOT, "  %-48s %8s", call, round(number))));
        terminal.result(String.format(
                Locale.ROOT,
                "A month of %s articles a day, %s sources, %s requests a day, %s, prices of %s:",
                round(articles),
                round(sources),
                round(queries),
                region,
                prices.asOf()));
        for (Item item : Item.values()) {
            Double dollars = bill.dollars().get(item);
            if (dollars != null) {
                terminal.result(String.format(
                        Locale.ROOT,
                        "  %-20s %16s  $ %10.2f",
                        item.key(),
                        round(bill.amounts().of(item)),
                        dollars));
            }
        }
        terminal.result(String.format(Locale.ROOT, "  %-20s %16s  $ %10.2f", "total", "", bill.total()));
    }

    private static BigDecimal round(double number) {
        return new BigDecimal(new BigDecimal(number).round(DIGITS).toPlainString());
    }
}
