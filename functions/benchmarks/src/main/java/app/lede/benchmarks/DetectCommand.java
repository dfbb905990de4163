package app.lede.benchmarks;

import app.lede.enrich.LanguageDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks detect}: measures the language detector on labelled texts. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Prints how many texts the language detector gets right, what it takes the others for, and its times.",
            "A text labelled bs, hr or sr counts as right if it is unknown; so many are printed as well."
        })
final class DetectCommand implements Callable<Integer> {

    private static final List<String> UNTOLD = List.of("bs", "hr", "sr");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TEXTS", description = "Lines of a language tag, a tab and a text.")
    private Path texts = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<List<String>> lines = Files.readAllLines(texts, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", 2)))
                .toList();
        long start = System.nanoTime();
        LanguageDetector detector = new LanguageDetector();
        detector.detect(lines.getFirst().get(1), null);
        long cold = System.nanoTime() - start;
        int right = 0;
        int untold = 0;
        Map<String, Map<String, Integer>> mistaken = new TreeMap<>();
        for (List<String> line : lines) {
            String found = detector.detect(line.get(1), null).orElse("unknown");
            boolean cannotBeTold = found.equals("unknown") && UNTOLD.contains(line.getFirst());
            untold += cannotBeTold ? 1 : 0;
            if (found.equals(line.getFirst()) || cannotBeTold) {
                right++;
            } else {
                mistaken.computeIfAbsent(line.getFirst(), label -> new TreeMap<>())
                        .merge(found, 1, Integer::sum);
            }
        }
        out.printf(
                "%d of %d right (%.1f %%), of these %d unknown%n",
                right, lines.size(), 100.0 * right / lines.size(), untold);
        mistaken.forEach((label, others) -> out.printf("%s  %s%n", label, others));
        out.printf("first text %.0f ms; each %.3f ms when warm%n", cold / 1e6, warm(detector, lines) / 1e6);
        out.flush();
        return 0;
    }

    /** Returns the nanoseconds of a text, in the last of three rounds. */
    private static double warm(LanguageDetector detector, List<List<String>> lines) {
        double perText = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            lines.forEach(line -> detector.detect(line.get(1), null));
            perText = (System.nanoTime() - start) / (double) lines.size();
        }
        return perText;
    }
}
