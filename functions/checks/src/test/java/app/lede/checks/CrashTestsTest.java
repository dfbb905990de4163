package app.lede.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every function of the template has a test in which it dies before and after each of its calls. */
class CrashTestsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("lede.repository", "../.."));
    private static final Path TABLE =
            REPOSITORY.resolve("functions/checks/src/test/resources/app/lede/checks/crash-tests.txt");
    private static final Pattern ROW = Pattern.compile("(\\S+) +(\\S+) +(\\S+)");

    private record Row(String function, String file, String test) {}

    private static List<Row> rows() throws IOException {
        // The module is built by no lifecycle that copies resources.
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @Test
    void every_function_has_a_crash_test() throws IOException {
        Set<String> functions = new TreeSet<>();
        Pattern module = Pattern.compile(" +CodeUri: \\.\\./functions/([a-z-]+)/.*");
        for (String line : Files.readAllLines(REPOSITORY.resolve("infrastructure/template.yaml"))) {
            Matcher code = module.matcher(line);
            if (code.matches()) {
                functions.add(code.group(1));
            }
        }
        assertTrue(functions.size() >= 15, functions::toString);
        assertEquals(functions, rows().stream().map(Row::function).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_crash_test_exists() throws IOException {
        for (Row row : rows()) {
            String source = Files.readString(REPOSITORY.resolve(row.file()));
            assertTrue(source.contains("void " + row.test() + "("), row::toString);
        }
    }
}
