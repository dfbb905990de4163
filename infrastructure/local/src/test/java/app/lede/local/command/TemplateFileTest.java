package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFileTest {

    @TempDir
    Path repository = Path.of("");

    @Test
    void the_template_is_found_from_the_jar_in_its_module() throws IOException {
        Path template = repository.resolve("infrastructure/template.yaml");
        Files.createDirectories(repository.resolve("infrastructure/local/target"));
        Files.writeString(template, "");
        assertEquals(
                Optional.of(template), TemplateFile.above(repository.resolve("infrastructure/local/target/lede.jar")));
    }

    @Test
    void a_template_beside_the_jar_is_nearer() throws IOException {
        Files.createDirectories(repository.resolve("infrastructure"));
        Files.writeString(repository.resolve("infrastructure/template.yaml"), "");
        Files.writeString(repository.resolve("template.yaml"), "");
        assertEquals(
                Optional.of(repository.resolve("template.yaml")), TemplateFile.above(repository.resolve("lede.jar")));
    }
}
