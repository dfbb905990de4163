package app.lede.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The benchmarks run and print their results; speed is not tested. */
class BenchmarksTest {

    private static final String PAGE = """
        <html lang="en"><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>
        <p>After eleven months of repairs the ferry between the two islands sails again, the harbour office said on Monday.</p>
        <p>It takes two hundred passengers and forty cars, as many as before, and leaves every other hour until midnight.</p>
        </article></body></html>
        """;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void two_pages_and_a_list() throws IOException {
        Files.writeString(folder.resolve("one.html"), PAGE);
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.resolve("two.html.gz")))) {
            gz.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                folder.resolve("gold.jsonl"), "{\"file\": \"two.html.gz\", \"url\": \"https://port.example/2\"}\n\n");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    @Test
    void the_ranker_is_trained_and_its_quality_printed_by_source() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String ferry = "Ferry " + i + " sails again after repairs. It takes forty cars to island " + i
                    + ". The harbour office is glad. Fares stay as they were. Ferry " + i
                    + " leaves every hour from the harbour. Repairs to the cars took long.";
            data.append("{\"id\": \"f")
                    .append(i)
                    .append("\", \"source\": \"made-up\", \"language\": \"en\", \"text\": \"")
                    .append(ferry)
                    .append("\", \"reference\": \"The ferry sails again from the harbour.\"}\n");
        }
        Path file = Files.writeString(folder.resolve("data.jsonl"), data);
        Path weights = folder.resolve("weights.tsv");
        assertEquals(
                0,
                run("train-summaries", file.toString(), "--folds", "2", "--epochs", "1", "--out", weights.toString()),
                errors.toString());
        assertTrue(out.toString().contains("made-up"), out.toString());
        assertTrue(Files.readString(weights).contains("\nhidden.0\t"));
    }

    @Test
    void made_up_collections_are_taken_apart() {
        assertEquals(
                0,
                run("unpack", "--make", folder.resolve("made").toString(), "--size", "1", "--rounds", "1"),
                errors.toString());
        for (String file : List.of("mails.mbox", "pages.warc", "pages.warc.gz", "articles.jsonl")) {
            assertTrue(out.toString().contains(file), out.toString());
        }
    }

    @Test
    void both_engines_read_every_page_and_their_costs_stand_side_by_side() {
        assertEquals(0, run("compare", "--warm-up", "0", "--rounds", "2", folder.toString()), errors.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("2 pages, 2 rounds after 0 to warm up"), lines.get(0));
        assertEquals(
                List.of("Lede", "Readability4J", "ratio"),
                lines.stream().skip(2).map(line -> line.split(" ", 2)[0]).toList());
        for (String line : lines.subList(2, 4)) {
            List<String> cells = List.of(line.strip().split(" {2,}", -1));
            double slowest = Double.parseDouble(cells.get(3).split(" ", 2)[0]);
            double mean = Double.parseDouble(cells.get(2).split(" ", 2)[0]);
            assertTrue(slowest > 0 && mean > 0, line);
            assertTrue(Integer.parseInt(cells.get(5)) > 2 * 200, "no text: " + line);
            assertEquals("0", cells.get(6), line);
        }
    }

    @Test
    void a_fresh_jvm_reads_its_first_page() {
        assertEquals(0, run("cold", "--runs", "1", folder.resolve("one.html").toString()), errors.toString());
        assertTrue(out.toString().contains("its first page "), out.toString());
    }

    @Test
    void nothing_to_measure_is_wrong_usage() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(2, run("compare", empty.toString()));
        assertTrue(errors.toString().startsWith("nothing to measure"), errors.toString());
    }

    @Test
    void a_list_names_its_pages_relative_to_itself() throws IOException {
        List<Page> listed = Page.in(folder.resolve("gold.jsonl"));
        assertEquals(List.of(new Page(folder.resolve("two.html.gz"), "https://port.example/2")), listed);
        assertEquals(PAGE, new String(listed.getFirst().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void a_spread_is_the_least_the_middle_and_the_greatest() {
        assertEquals(new Spread(1, 2, 10), Spread.of(DoubleStream.of(10, 1, 2)));
    }

    @Test
    void what_work_takes_is_the_difference_of_two_moments() {
        Cost start = Cost.now();
        byte[] kept = new byte[1 << 20];
        Cost cost = Cost.now().minus(start);
        assertTrue(cost.allocated() >= kept.length && cost.wall() > 0, cost.toString());
        assertEquals(cost, Cost.NONE.plus(cost));
    }
}
