package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Service clients that the module aws leaves to each function: tests have all of them, a zip only those of its pom. */
class ClientsTest {

    private static final Map<String, String> ARTIFACTS =
            Map.of("sqs", "sqs", "sns", "sns", "secrets", "secretsmanager");

    @Test
    void each_function_packs_the_clients_that_its_wiring_opens() {
        List<String> missing = new ArrayList<>();
        for (String function : Repository.functions()) {
            String code = sources(function);
            String pom = Repository.text("functions/" + function + "/pom.xml");
            ARTIFACTS.forEach((client, artifact) -> {
                boolean opened = code.contains("clients." + client + "()") || code.contains("clients::" + client);
                if (opened && !pom.contains("<artifactId>" + artifact + "</artifactId>")) {
                    missing.add(function + " opens " + client + " without " + artifact);
                }
            });
        }
        assertEquals(List.of(), missing);
    }

    private static String sources(String function) {
        try (Stream<Path> files = Files.walk(Repository.file("functions/" + function + "/src/main/java"))) {
            return files.filter(Files::isRegularFile).map(ClientsTest::text).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
