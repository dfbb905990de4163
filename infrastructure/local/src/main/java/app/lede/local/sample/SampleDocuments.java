package app.lede.local.sample;

import app.lede.local.command.ingestion.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sample documents for the first run: six types, five languages, an exact copy, and two without content. */
public final class SampleDocuments {

    private static final String FOLDER = "/samples/documents/";

    private SampleDocuments() {}

    /** Returns the sample documents in the order of their index. */
    public static List<Input> inputs() throws IOException {
        return new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(SampleDocuments::input)
                .toList();
    }

    /** Parses a line of the index: the resource and, after a tab, the upload name. */
    private static Input input(String line) {
        int tab = line.indexOf('\t');
        String resource = line.substring(0, tab);
        String name = line.substring(tab + 1);
        return new Input.Upload(name, "inbox/" + name, () -> resource(resource));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleDocuments.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("no such sample: " + name);
            }
            return in.readAllBytes();
        }
    }
}
