package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreatModelTest {

    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:Test|Contract))`");

    @Test
    void every_threat_names_tests_and_every_test_exists() throws IOException {
        Set<String> known = tests();
        Set<String> missing = new TreeSet<>();
        List<String> threats = threats();
        threats.forEach(threat -> {
            Set<String> named =
                    TEST.matcher(threat).results().map(found -> found.group(1)).collect(Collectors.toSet());
            assertTrue(!named.isEmpty(), "no test: " + threat);
            named.stream().filter(test -> !known.contains(test)).forEach(missing::add);
        });
        assertEquals(Set.of(), missing);
        assertTrue(threats.size() >= 25, threats.size() + " threats");
    }

    /** Returns the rows of the tables, without their heads. */
    private static List<String> threats() {
        return Repository.text("SECURITY.md")
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String part : List.of("functions", "infrastructure/local")) {
            try (Stream<Path> files = Files.walk(Repository.file(part), 12)) {
                files.map(Repository::name)
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
