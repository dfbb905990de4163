package app.lede.local.command;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Locates the template in the repository this program was built in. */
public final class TemplateFile {

    private TemplateFile() {}

    /** Returns the template of the nearest folder above the program's jar or classes. */
    public static Optional<Path> ofThisProgram() {
        return program().flatMap(TemplateFile::above);
    }

    static Optional<Path> above(Path program) {
        return Stream.iterate(Optional.of(program), Optional::isPresent, at -> at.map(Path::getParent))
                .flatMap(Optional::stream)
                .flatMap(folder -> Stream.of(
                        folder.resolve("template.yaml"),
                        folder.resolve("infrastructure").resolve("template.yaml")))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> program() {
        return Optional.ofNullable(TemplateFile.class.getProtectionDomain().getCodeSource())
                .map(source -> path(source.getLocation()));
    }

    private static Path path(URL location) {
        try {
            return Path.of(location.toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place on this machine: " + location, e);
        }
    }
}
