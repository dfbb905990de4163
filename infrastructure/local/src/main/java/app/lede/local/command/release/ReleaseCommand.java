package app.lede.local.command.release;

import app.lede.local.command.release.Advisories.Advisory;
import app.lede.local.command.release.Advisories.Answer;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lede release}: what {@code mvn package -Prelease} does after the build. */
@Command(
        name = "release",
        description = {
            "Write the checksums of a build, sign them where a key is given, and look its libraries up in a database of"
                    + " advisories.",
            "Exit code 1: an advisory is known that infrastructure/advisories.txt does not accept. A database that"
                    + " cannot be reached is told and fails nothing."
        })
public final class ReleaseCommand implements Callable<Integer> {

    private static final String ACCEPTED = "infrastructure/advisories.txt";

    private final Terminal terminal;

    @Option(names = "--root", paramLabel = "DIR", description = "The repository. Default: the working directory.")
    private Path root = Path.of("");

    @Option(names = "--key", paramLabel = "ID", description = "The key of gpg that signs; empty for none.")
    private String key = "";

    @Option(
            names = "--advisories",
            paramLabel = "URL",
            description = "The database of advisories, with OSV's API. Default: ${DEFAULT-VALUE}")
    private URI advisories = URI.create("https://api.osv.dev");

    public ReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path bom = root.resolve("target/bom.json");
        if (!Files.isRegularFile(bom)) {
            throw new WrongUsage(bom + " is missing; mvn package -Prelease writes it");
        }
        Path sums = root.resolve("target/SHA256SUMS");
        Files.writeString(sums, new Checksums(root).lines());
        terminal.result("checksums: " + sums);
        sign(sums);
        return checked(BillOfMaterials.packages(bom)).value();
    }

    private void sign(Path sums) throws IOException, InterruptedException {
        if (key.isBlank()) {
            terminal.result("signature: none, as no key was given (-Dgpg.key=ID)");
            return;
        }
        Path signature = sums.resolveSibling(sums.getFileName() + ".asc");
        List<String> command = List.of(
                "gpg",
                "--batch",
                "--yes",
                "--armor",
                "--local-user",
                key,
                "--output",
                signature.toString(),
                "--detach-sign",
                sums.toString());
        Process gpg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(sums.toFile()))
                .start();
        String said = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (gpg.waitFor() != 0) {
            throw new WrongUsage("gpg did not sign with " + key + ": " + said);
        }
        terminal.result("signature: " + signature);
    }

    private ExitCode checked(List<String> packages) throws IOException, InterruptedException {
        return switch (new Advisories(advisories).on(packages)) {
            case Answer.Unasked(String reason) -> {
                terminal.result("advisories: not checked, " + reason);
                yield ExitCode.COMPLETE;
            }
            case Answer.Known(List<Advisory> known) -> told(packages.size(), known);
        };
    }

    private ExitCode told(int packages, List<Advisory> known) throws IOException {
        Set<String> accepted = accepted();
        List<Advisory> open = known.stream()
                .filter(advisory -> !accepted.contains(advisory.id()))
                .toList();
        open.forEach(advisory -> terminal.result("advisory: " + advisory.id() + " on " + advisory.packageUrl()));
        terminal.result("advisories: " + open.size() + " open, " + (known.size() - open.size()) + " accepted, on "
                + packages + " packages");
        return open.isEmpty() ? ExitCode.COMPLETE : ExitCode.LOST;
    }

    /** Returns the ids at the beginnings of the lines. */
    private Set<String> accepted() throws IOException {
        Set<String> ids = new HashSet<>();
        Path file = root.resolve(ACCEPTED);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf(' ');
                if (end > 0 && !line.startsWith("#")) {
                    ids.add(line.substring(0, end));
                }
            }
        }
        return ids;
    }
}
