package app.lede.local.command.release;

import app.lede.hash.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that a build delivers, and their SHA-256 in the form of {@code sha256sum}. */
final class Checksums {

    private final Path root;

    /** @param root of the repository, after {@code mvn package} */
    Checksums(Path root) {
        this.root = root;
    }

    /** Returns the zip of every function, the command's jar and the bill of materials, relative to the root and sorted. */
    List<Path> delivered() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root.resolve("functions"))) {
            for (Path module : modules.toList()) {
                files.add(module.resolve("target").resolve(module.getFileName() + ".zip"));
            }
        }
        files.add(root.resolve("infrastructure/local/target/lede.jar"));
        files.add(root.resolve("target/bom.json"));
        return files.stream()
                .filter(Files::isRegularFile)
                .map(root::relativize)
                .sorted()
                .toList();
    }

    /** Returns a line for each file, as {@code sha256sum -c} reads it at the root. */
    String lines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : delivered()) {
            String name = file.toString().replace('\\', '/');
            lines.append(Digest.hex(Files.readAllBytes(root.resolve(file))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        return lines.toString();
    }
}
