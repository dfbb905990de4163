package app.lede.local.command.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** One input and how its line is found. The label is what a line that could not be found still says of the input. */
public record Question(ObjectNode label, Callable<String> line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The line for the bytes of a document; the entry has what a list said about it. */
    @FunctionalInterface
    public interface OfBytes {
        String line(byte[] bytes, ListFile.Entry entry) throws Exception;
    }

    /** The line for a line of a list. */
    @FunctionalInterface
    public interface OfEntry {
        String line(ListFile.Entry entry) throws Exception;
    }

    /** A file named on the command line: as a line of a list that says no more than the file. */
    public static Question ofFile(Path file, OfBytes answer) {
        String said = JSON.createObjectNode().put("file", file.toString()).toString();
        return ofListedFile(new ListFile.Entry(Path.of(""), 1, said), answer);
    }

    /** A file named in a list. */
    public static Question ofListedFile(ListFile.Entry entry, OfBytes answer) {
        return new Question(label(entry, "file", "id"), () -> answer.line(InputFile.read(entry.file()), entry));
    }

    /** A line of a list that is itself the input; the fields named are those of its label. */
    public static Question ofEntry(ListFile.Entry entry, OfEntry answer, String... labelFields) {
        return new Question(label(entry, labelFields), () -> answer.line(entry));
    }

    private static ObjectNode label(ListFile.Entry entry, String... fields) {
        ObjectNode label = JSON.createObjectNode();
        try {
            ObjectNode object = entry.object();
            for (String field : fields) {
                if (object.hasNonNull(field)) {
                    label.set(field, object.get(field));
                }
            }
        } catch (IOException e) {
            // Finding the line meets the same broken entry and says why; here it is only named.
            label.put("line", entry.number());
        }
        return label;
    }

    /** The line of a question that could not be answered. */
    String errorLine(Throwable cause) {
        return label.deepCopy().put("error", Reason.of(cause)).toString();
    }
}
