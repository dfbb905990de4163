package app.lede.benchmarks;

import app.lede.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What others take collections apart with: Python's libraries, and a loop over lines that Jackson parses. */
final class UnpackPeers {

    private static final double MEGABYTE = 1 << 20;

    private UnpackPeers() {}

    static void rows(PrintWriter out, Path file, String python) throws IOException, InterruptedException {
        if (file.toString().endsWith(".jsonl")) {
            jackson(out, file);
        }
        for (String line : answers(file, python)) {
            List<String> words = List.of(line.split(" ", -1));
            row(out, words.get(0), file, Long.parseLong(words.get(1)), Double.parseDouble(words.get(2)));
        }
        out.flush();
    }

    private static void jackson(PrintWriter out, Path file) throws IOException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long objects = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                objects += Json.read(line).isObject() ? 1 : 0;
            }
        }
        row(out, "Jackson", file, objects, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private static List<String> answers(Path file, String python) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(python, "-", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream script = UnpackPeers.class.getResourceAsStream("unpack-peers.py");
                var in = process.getOutputStream()) {
            if (script != null) {
                script.transferTo(in);
            }
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException(python + " failed");
        }
        return lines;
    }

    private static void row(PrintWriter out, String name, Path file, long parts, double seconds) throws IOException {
        double megabytes = Files.size(file) / MEGABYTE;
        out.printf("  %-22s %8.0f %8d %8s %10.0f%n", name, megabytes, parts, "", megabytes / seconds);
    }
}
