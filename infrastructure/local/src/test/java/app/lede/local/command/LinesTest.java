package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands without a stack, from arguments to output lines. */
class LinesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGE = """
        <html lang="en"><head><title>Mali reopens the river port</title></head><body><article>
        <h1>Mali reopens the river port</h1>
        <p>Mali has reopened the river port of Koulikoro after eleven months of repairs, the harbour office said.</p>
        <p>Barges from the north can unload two hundred tonnes a day again, which is half of what they did before.</p>
        </article></body></html>
        """;

    private static final String FEED = """
        <rss version="2.0"><channel><title>Notes</title><link>http://example.org/</link>
        <item><title>One</title><link>/1</link><guid>n1</guid></item></channel></rss>
        """;

    @TempDir
    Path folder = Path.of("");

    private final RecordedTerminal recorded = new RecordedTerminal();

    private int run(Function<Terminal, Callable<Integer>> command, String... arguments) {
        return new CommandLine(command.apply(recorded.terminal())).execute(arguments);
    }

    private JsonNode line(int number) throws IOException {
        return JSON.readTree(recorded.results().get(number));
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void extract_gives_an_article_record_for_a_page() throws IOException {
        assertEquals(0, run(ExtractCommand::new, write("page.html", PAGE)));
        JsonNode record = line(0);
        assertEquals(folder.resolve("page.html").toString(), record.path("file").asText());
        assertEquals("Mali reopens the river port", record.path("headline").asText());
        assertTrue(record.path("articleBody").asText().startsWith("Mali has reopened"), record.toString());
        assertEquals("en", record.path("inLanguage").asText());
        for (String unknown : List.of("url", "datePublished")) {
            assertTrue(record.has(unknown) && record.path(unknown).isNull(), record.toString());
        }
        assertEquals("ML", record.path("mentions").path(0).path("identifier").asText());
        assertTrue(record.path("summary").path("sentences").size() > 0, record.toString());
        assertTrue(record.path("trace").isMissingNode());
    }

    @Test
    void extract_names_what_it_can_make_nothing_of() throws IOException {
        assertEquals(0, run(ExtractCommand::new, write("empty.html", "")));
        assertEquals("empty", line(0).path("outcome").asText());
    }

    @Test
    void extract_shows_its_trace_when_asked() throws IOException {
        assertEquals(0, run(ExtractCommand::new, "--trace", write("page.html", PAGE)));
        assertTrue(line(0).has("trace"));
    }

    @Test
    void a_list_names_inflated_missing_and_broken_inputs_in_its_order() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("page.html.gz")))) {
            out.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        String list = write("list.jsonl", """
            {"id": "a", "file": "page.html.gz", "url": "http://example.org/port"}
            {"id": "b", "file": "missing.html"}
            not json
            """);
        assertEquals(0, run(ExtractCommand::new, "--list", list));
        assertEquals(3, recorded.results().size());
        assertEquals("a", line(0).path("id").asText());
        assertEquals("http://example.org/port", line(0).path("url").asText());
        assertEquals("Mali reopens the river port", line(0).path("headline").asText());
        assertEquals("b", line(1).path("id").asText());
        assertTrue(line(1).path("error").asText().startsWith("no such file: "), line(1).toString());
        assertEquals(3, line(2).path("line").asInt());
    }

    @Test
    void a_list_may_be_compressed_and_a_compressed_page_that_is_cut_off_has_its_outcome() throws IOException {
        write("page.html", PAGE);
        Files.write(folder.resolve("cut.html.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        Path list = folder.resolve("list.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(list))) {
            out.write("{\"id\": 1, \"file\": \"cut.html.gz\"}\n{\"id\": 2, \"file\": \"page.html\"}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, run(ExtractCommand::new, "--list", list.toString()));
        assertEquals("1", line(0).path("id").asText());
        assertEquals("encoding", line(0).path("outcome").asText());
        assertEquals("gzip ends early", line(0).path("detail").asText());
        assertEquals("2", line(1).path("id").asText());
    }

    @Test
    void the_id_of_a_page_is_that_of_its_address_and_of_a_document_without_one_that_of_its_bytes() throws IOException {
        write("page.html", PAGE);
        write("copy.html", PAGE);
        String list = write("list.jsonl", """
            {"file": "page.html"}
            {"file": "copy.html"}
            {"file": "copy.html", "url": "http://example.org/port"}
            {"file": "copy.html", "url": "http://example.org/port?utm_source=rss"}
            """);
        run(ExtractCommand::new, "--list", list);
        assertEquals(line(0).path("id"), line(1).path("id"));
        assertEquals(line(2).path("id"), line(3).path("id"));
        assertTrue(!line(0).path("id").equals(line(2).path("id")));
    }

    @Test
    void feed_gives_the_entries_of_a_feed() throws IOException {
        write("notes.xml", FEED);
        String list = write(
                "list.jsonl", "{\"id\": 7, \"file\": \"notes.xml\", \"url\": \"http://example.org/notes.xml\"}\n");
        assertEquals(0, run(FeedCommand::new, "--list", list));
        assertEquals("7", line(0).path("id").asText());
        assertEquals("notes.xml", line(0).path("file").asText());
        assertEquals("Notes", line(0).path("title").asText());
        assertEquals(
                "http://example.org/1",
                line(0).path("items").path(0).path("url").asText());
    }

    @Test
    void feed_says_of_a_page_that_it_is_no_feed() throws IOException {
        assertEquals(0, run(FeedCommand::new, write("page.html", PAGE)));
        assertTrue(line(0).path("error").asText().startsWith("not a feed"), line(0).toString());
    }

    @Test
    void summarise_gives_sentences_with_their_places() throws IOException {
        String text = "Mali has reopened its river port. Barges can unload again after eleven months.";
        String list = write("list.jsonl", "{\"id\": \"t1\", \"text\": \"" + text + "\"}\n{\"id\": \"t2\"}\n");
        assertEquals(0, run(SummariseCommand::new, "--list", list));
        assertEquals("t1", line(0).path("id").asText());
        JsonNode first = line(0).path("summary").path("sentences").path(0);
        assertEquals(
                first.path("text").asText(),
                text.substring(first.path("start").asInt(), first.path("end").asInt()));
        assertEquals(
                "{\"id\":\"t2\",\"error\":\"line 2 has no \\\"text\\\"\"}",
                recorded.results().get(1));
    }

    @Test
    void summarise_reads_documents_of_any_kind_and_lists_that_name_them() throws IOException {
        write("page.html", PAGE);
        String list = write("list.jsonl", "{\"file\": \"page.html\"}\n");
        assertEquals(
                0,
                run(
                        SummariseCommand::new,
                        "--length",
                        "headline",
                        "--list",
                        list,
                        folder.resolve("page.html").toString()));
        for (int i = 0; i < 2; i++) {
            assertEquals("Mali reopens the river port", line(i).path("headline").asText());
            assertEquals(1, line(i).path("summary").path("sentences").size());
        }
    }

    @Test
    void summarise_names_the_lengths_that_there_are() {
        assertEquals(2, run(SummariseCommand::new, "--length", "epic", "page.html"));
    }

    @Test
    void address_gives_the_verdict_of_the_guard() throws IOException {
        String list = write("list.jsonl", "{\"url\": \"http://127.0.0.1/\"}\n{\"ip\": \"93.184.215.14\"}\n");
        assertEquals(0, run(AddressCommand::new, "--list", list));
        assertEquals(
                List.of("block", "allow"),
                List.of(
                        line(0).path("verdict").asText(),
                        line(1).path("verdict").asText()));
        assertEquals("http://127.0.0.1/", line(0).path("input").asText());
    }
}
