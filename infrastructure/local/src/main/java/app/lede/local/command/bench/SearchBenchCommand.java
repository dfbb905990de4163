package app.lede.local.command.bench;

import app.lede.json.Json;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.engine.EngineFailed;
import app.lede.opensearch.HttpRest;
import app.lede.opensearch.OpenSearchIndex;
import app.lede.search.SearchIndex;
import app.lede.search.segments.Segment;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lede bench search}: indexes made-up articles into segments in a local S3, and measures queries. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Index made-up articles on one thread, and print how fast that is, the size of the index, the time from the"
                    + " start of a fresh JVM to its first hits, and the times of warm queries.",
            "Ends with one JSON line; times are milliseconds."
        })
final class SearchBenchCommand implements Callable<Integer> {

    private static final int MOST_ARTICLES = 2_000_000;

    private final Terminal terminal;

    @Option(names = "--articles", paramLabel = "N", description = "How many; 100,000 unless given.")
    private int articles = 100_000;

    @Option(names = "--json", description = "Only the JSON line on standard output; accepted for scripts.")
    private boolean json;

    @Option(
            names = "--opensearch",
            arity = "0..1",
            fallbackValue = "http://127.0.0.1:9200",
            paramLabel = "URL",
            description = "Ask a cluster of OpenSearch the same; at ${FALLBACK-VALUE} unless named.")
    private Optional<URI> opensearch = Optional.empty();

    SearchBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EngineFailed, IOException, InterruptedException {
        if (articles < 1_000 || articles > MOST_ARTICLES) {
            throw new WrongUsage("--articles is between 1,000 and 2,000,000");
        }
        try (SegmentedBench bench = SegmentedBench.start()) {
            ObjectNode line = run(bench);
            opensearch.ifPresent(cluster -> line.set("opensearch", run(cluster)));
            terminal.result(line.toString());
        }
        return ExitCode.COMPLETE.value();
    }

    private ObjectNode run(SegmentedBench bench) throws IOException, InterruptedException {
        SearchIndex index = bench.layout().index();
        Measured measured = new Measured(index, new MadeUpArticles(), articles);
        ObjectNode line = Json.object();
        line.put("articles", articles);
        line.put("docsPerSecond", measured.load(this::indexed));
        long start = System.nanoTime();
        bench.layout().compactor().compact(() -> true);
        line.put("compactionMs", (System.nanoTime() - start) / 1_000_000);
        List<Segment> segments = bench.layout().segments();
        line.put("segments", segments.size());
        line.put("bytesPerArticle", segments.stream().mapToLong(Segment::bytes).sum() / articles);
        terminal.message("queries");
        line.set("warm", measured.warm());
        terminal.message("fresh processes");
        line.put("coldFirstHitsMs", bench.firstHitsMillis());
        bench.cachedFirstHitsMillis().ifPresent(millis -> line.put("coldFirstHitsAotMs", millis));
        if (!json) {
            terminal.message(line.toPrettyString());
        }
        return line;
    }

    /** Measures a cluster; how long it takes to start is not asked of it. */
    private ObjectNode run(URI cluster) {
        OpenSearchIndex index = new OpenSearchIndex(new HttpRest(cluster), "lede-bench");
        index.drop();
        index.create();
        Measured measured = new Measured(index, new MadeUpArticles(), articles);
        ObjectNode line = Json.object();
        line.put("docsPerSecond", measured.load(this::indexed));
        line.put("bytesPerArticle", index.merge() / articles);
        line.set("warm", measured.warm());
        index.drop();
        return line;
    }

    private void indexed(int count) {
        if (count % 20_000 == 0) {
            terminal.message(count + " of " + articles + " indexed");
        }
    }
}
