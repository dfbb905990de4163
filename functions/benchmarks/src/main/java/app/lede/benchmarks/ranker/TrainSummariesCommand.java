package app.lede.benchmarks.ranker;

import app.lede.json.Json;
import app.lede.summary.Story;
import app.lede.summary.rank.Sets;
import app.lede.summary.rank.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks train-summaries}: trains the weights of the summary ranker and prints their cross-validated quality. */
@Command(
        name = "train-summaries",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the weights of the summary ranker on articles with reference summaries, one JSON object per line:",
            "{\"id\", \"source\", \"language\", \"text\", \"reference\", \"sentences\"}.",
            "Prints a table by source, in which each article is summarised by weights trained without it."
        })
public final class TrainSummariesCommand implements Callable<Integer> {

    private final List<String> summaries = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DATA.jsonl", description = "Articles with reference summaries.")
    private Path data = Path.of("");

    @Option(names = "--folds", description = "Parts of the cross-validation (default ${DEFAULT-VALUE}); 0 for none.")
    private int folds = 4;

    @Option(names = "--by-source", description = "Also validates each source by weights trained on the others.")
    private boolean bySource;

    @Option(names = "--out", paramLabel = "FILE", description = "Trains on all articles and writes weights.tsv there.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Writes each article's summary by weights trained without it: {\"id\", \"summary\"}.")
    private Optional<Path> written = Optional.empty();

    @Option(names = "--threshold", description = "Log odds above which a sentence is a stray (${DEFAULT-VALUE}).")
    private double threshold = -1.1;

    @Option(names = "--hidden", description = "Hidden units of each network (${DEFAULT-VALUE}).")
    private int hidden = 6;

    @Option(names = "--networks", description = "Networks added up (${DEFAULT-VALUE}).")
    private int networks = 4;

    @Option(names = "--epochs", description = "Passes through the data (${DEFAULT-VALUE}).")
    private int epochs = 8;

    @Option(names = "--rate", description = "Learning rate (${DEFAULT-VALUE}).")
    private double rate = 0.003;

    @Option(names = "--decay", description = "Weight decay (${DEFAULT-VALUE}).")
    private double decay = 0.001;

    @Option(names = "--dropped", description = "Share of features left out in a step (${DEFAULT-VALUE}).")
    private double dropped = 0.1;

    @Option(names = "--second", description = "Weight of ROUGE-2 (${DEFAULT-VALUE}).")
    private double second = 2;

    @Option(names = "--relative", description = "Share of the lead's quality subtracted (${DEFAULT-VALUE}).")
    private double relative = 0.4;

    @Option(names = "--temperature", description = "Temperature of the target (${DEFAULT-VALUE}).")
    private double temperature = 3;

    @Option(names = "--soiled", description = "Per cent of the articles also trained below strays (${DEFAULT-VALUE}).")
    private int soiledShare = 12;

    @Override
    public Integer call() throws IOException {
        PrintWriter printed = spec.commandLine().getOut();
        List<Pair> pairs = Pair.read(data);
        Story story = new Story();
        Weights topic = topic(new TopicTraining(pairs, story).train());
        List<Example> examples =
                pairs.stream().map(pair -> Example.of(pair, story, topic)).toList();
        Strays strays = new Strays(pairs, story);
        List<Example> soiled = pairs.stream()
                .filter(pair -> Math.floorMod(pair.text().hashCode(), 100) < soiledShare)
                .map(pair -> Example.of(pair.below(strays.draw()), story, topic))
                .toList();
        if (folds > 0) {
            printed.println("each article by weights trained on the other folds");
            validated(
                            examples,
                            soiled,
                            topic,
                            example -> Math.floorMod(example.pair().id().hashCode(), folds))
                    .print(printed);
            if (written.isPresent()) {
                Files.write(written.get(), summaries);
            }
        }
        if (bySource) {
            printed.println("each source by weights trained on the other sources");
            validated(examples, soiled, topic, example -> example.pair()
                            .source()
                            .hashCode())
                    .print(printed);
        }
        if (out.isPresent()) {
            List<Example> training = new ArrayList<>(examples);
            training.addAll(soiled);
            Weights weights = new RankerTraining(training, settings()).train(topic);
            Files.writeString(out.get(), WeightsFile.of(weights));
            new StrayTable(pairs, weights).print(printed);
        }
        return 0;
    }

    private Weights topic(double[] weights) {
        return new Weights(
                weights,
                threshold,
                new double[0][],
                new double[0],
                new double[Network.IN + 1],
                new double[Sets.FEATURES]);
    }

    private Settings settings() {
        return new Settings(hidden, networks, epochs, rate, decay, dropped, second, relative, temperature);
    }

    /** Trains without each fold, on the articles as they are and below strays, and measures the articles as they are. */
    private ScoreTable validated(
            List<Example> examples, List<Example> soiled, Weights topic, ToIntFunction<Example> fold) {
        ScoreTable table = new ScoreTable();
        for (int part : examples.stream().mapToInt(fold).distinct().sorted().toArray()) {
            List<Example> training = new ArrayList<>();
            List<Example> tests = new ArrayList<>();
            examples.forEach(example -> (fold.applyAsInt(example) == part ? tests : training).add(example));
            soiled.stream().filter(example -> fold.applyAsInt(example) != part).forEach(training::add);
            Weights weights = new RankerTraining(training, settings()).train(topic);
            for (Example test : tests) {
                Example.Choice choice = test.selected(weights);
                table.add(test, choice);
                summaries.add(Json.object()
                        .put("id", test.pair().id())
                        .put("summary", test.text(choice))
                        .toString());
            }
        }
        return table;
    }
}
