package app.lede.local;

import app.lede.local.command.ExtractCommand;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.lucene.segments.IndexLayout;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.Sort;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Extracts documents, and indexes, compacts and searches articles: work of functions that need no disk. */
final class WithoutDisk {

    private static final int BATCHES = 9;

    private WithoutDisk() {}

    /** Prints the results, having made sure that this process has no place for temporary files. */
    public static void main(String[] folder) {
        try {
            throw new IllegalStateException("there is a place: " + Files.createTempFile("lede", ""));
        } catch (IOException asWanted) {
            results(Path.of(folder[0])).forEach(System.out::println);
        }
    }

    /** Returns a line for each document of a folder, and the articles found in an index. */
    static List<String> results(Path folder) {
        RecordedTerminal recorded = new RecordedTerminal();
        int exit = new CommandLine(new ExtractCommand(recorded.terminal())).execute(folder.toString());
        List<String> results = new ArrayList<>(recorded.results());
        results.add("exit " + exit);
        InstantSource clock = InstantSource.fixed(Samples.NOON);
        IndexLayout layout = new IndexLayout(new InMemorySegmentStore(clock), clock);
        for (int number = 0; number < BATCHES; number++) {
            layout.index().apply(List.of(new Change.Put(SearchSamples.document(number, null, "harbour " + number))));
        }
        results.add(layout.compactor().compact(() -> true).toString());
        layout.index()
                .search(new Search(Criteria.of(Filter.ALL.asking("harbour")), Sort.NEWEST, BATCHES, null))
                .hits()
                .forEach(hit -> results.add(hit.id().value()));
        return results;
    }
}
