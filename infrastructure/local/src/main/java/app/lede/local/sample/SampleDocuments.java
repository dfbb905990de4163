package app.lede.local.sample;

import app.lede.local.command.journey.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents to upload on the first run: six types, five languages, an exact copy, and two with nothing in them. */
public final class SampleDocuments {

    private static final String FOLDER = "/samples/documents/";

    private SampleDocuments() {}

    /** The sample documents as inputs, in the order of their index. */
    public static List<Input> inputs() throws IOException {
        return new String(resource("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(SampleDocuments::input)
                .toList();
    }

    /** A line of the index has the resource and, after a tab, the name it is uploaded under. */
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
