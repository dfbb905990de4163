package app.lede.benchmarks.coldstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacked functions of one build, with services of their own. */
final class Build implements AutoCloseable {

    private static final String PAGE = """
        <html lang="en"><head><title>The ferry is back</title><meta name="author" content="Ada Harbour">
        <meta property="article:published_time" content="2026-01-02T01:00:00Z"></head><body><article><h1>The ferry is back</h1>
        <p>After eleven months of repairs the ferry between the two islands sails again, the harbour office said on Monday.</p>
        <p>It takes two hundred passengers and forty cars, as many as before, and leaves every other hour until midnight.</p>
        <p>“We waited for the new engine since spring,” said Ada Harbour, who runs the office in Lisbon with six colleagues.</p>
        <p>Fares stay as they were. Children under six travel free, and a bicycle costs two euros for each crossing.</p>
        </article></body></html>
        """;

    private final Path folder;
    private final Path unpacked;
    private final StubServices services = new StubServices();

    /** @param folder with {@code functions/<name>/target/<name>.zip} */
    Build(Path folder, Path unpacked) throws IOException {
        this.folder = folder;
        this.unpacked = unpacked;
        services.put("/lede-documents-123456789012/inbox/plain.html", PAGE.getBytes(StandardCharsets.UTF_8));
    }

    Path folder() {
        return folder;
    }

    /** Returns the size of a function's zip in bytes. */
    long size(Function function) throws IOException {
        return Files.size(zip(function));
    }

    /** Starts a function once. */
    Start start(Start.Setting setting, Function function, Path events) throws IOException, InterruptedException {
        Path code = unpacked.resolve(function.label());
        if (Files.notExists(code)) {
            unpack(zip(function), code);
        }
        return Start.of(setting, function, code, Files.readAllBytes(events.resolve(function.event())), variables());
    }

    private Path zip(Function function) {
        return folder.resolve("functions")
                .resolve(function.label())
                .resolve("target")
                .resolve(function.label() + ".zip");
    }

    private static void unpack(Path zip, Path to) throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = opened.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = to.resolve(entry.getName());
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, opened.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "example",
                "AWS_ENDPOINT_URL", services.url(),
                "AWS_LAMBDA_FUNCTION_NAME", "lede",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "RETENTION_DAYS", "30"));
        variables.put("DOCUMENTS_BUCKET", "lede-documents-123456789012");
        variables.put("LIBRARY_BUCKET", "lede-library-123456789012");
        variables.put("INDEX_BUCKET", "lede-index-123456789012");
        for (String table : new String[] {"ARTICLES", "STORIES", "SOURCES", "CONTROL"}) {
            variables.put(table + "_TABLE", "lede-" + table);
        }
        for (String queue : new String[] {"PARSE", "POLL", "SUMMARISE"}) {
            variables.put(queue + "_QUEUE_URL", services.url() + "/123456789012/" + queue);
        }
        variables.put("CURSOR_SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:cursor");
        variables.put("MCP_TOOLS", "READ");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        return variables;
    }

    @Override
    public void close() {
        services.close();
    }
}
