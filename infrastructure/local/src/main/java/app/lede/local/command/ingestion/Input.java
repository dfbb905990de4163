package app.lede.local.command.ingestion;

import app.lede.local.command.jsonlines.InputFile;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** An input given to the library. */
public sealed interface Input {

    /** Returns the name shown to the user. */
    String name();

    /** A feed, or a site whose feed is to be discovered. */
    record Site(URI url) implements Input {
        @Override
        public String name() {
            return url.toString();
        }
    }

    /** A document to upload under an inbox key. */
    record Upload(String name, String key, Content content) implements Input {}

    /** Reads a document's bytes on demand. */
    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** Parses arguments: URLs, files, and folders with all their files. Each upload gets its own key. */
    static List<Input> of(List<String> arguments) {
        Set<String> keys = new HashSet<>();
        return arguments.stream()
                .flatMap(argument ->
                        isAddress(argument) ? Stream.of(new Site(address(argument))) : uploads(path(argument), keys))
                .toList();
    }

    private static boolean isAddress(String argument) {
        String start = argument.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    private static URI address(String argument) {
        try {
            return URI.create(argument);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("not a URL: " + argument + "; blanks and the like must be percent-encoded");
        }
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new WrongUsage("not a file name in this locale: " + argument + "; try again with LC_ALL=C.UTF-8");
        }
    }

    private static Stream<Input> uploads(Path named, Set<String> keys) {
        return InputFile.expand(List.of(named)).stream().map(file -> upload(named, file, keys));
    }

    private static Input upload(Path named, Path file, Set<String> keys) {
        Path relative = file.equals(named) ? file.getFileName() : named.relativize(file);
        String name = relative.toString().replace('\\', '/').replaceFirst("\\.gz$", "");
        String key = "inbox/" + name;
        // Files of the same name in two folders need different keys.
        for (int copy = 2; !keys.add(key); copy++) {
            key = "inbox/" + copy + "/" + name;
        }
        return new Upload(file.toString(), key, () -> InputFile.document(file));
    }
}
