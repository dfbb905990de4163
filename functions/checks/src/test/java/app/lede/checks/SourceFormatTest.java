package app.lede.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file is formatted; {@code mvn verify -Dformat=true} formats them. */
class SourceFormatTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("lede.repository", "../.."));

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void every_java_file_is_formatted() throws IOException {
        List<Path> misformatted;
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            misformatted = files.filter(SourceFormatTest::isSource)
                    .filter(this::differs)
                    .map(REPOSITORY::relativize)
                    .toList();
        }
        assertTrue(
                misformatted.isEmpty(),
                () -> "not formatted, run `mvn verify -pl functions/checks -Dformat=true` and commit: " + misformatted);
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(".java") && !path.toString().contains("/target/");
    }

    private boolean differs(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            if (formatted.equals(source)) {
                return false;
            }
            if (Boolean.getBoolean("format")) {
                Files.writeString(file, formatted);
                return false;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
