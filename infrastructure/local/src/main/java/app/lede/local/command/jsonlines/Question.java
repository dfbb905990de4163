package app.lede.local.command.jsonlines;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** One input and the computation of its line. The label identifies the input in an error line. */
public record Question(ObjectNode label, Callable<String> line) {

    /** Computes the line for a document's bytes; the entry has the list's data about it. */
    @FunctionalInterface
    public interface OfBytes {
        String line(byte[] bytes, ListFile.Entry entry) throws Exception;
    }

    /** Computes the line for an entry of a list. */
    @FunctionalInterface
    public interface OfEntry {
        String line(ListFile.Entry entry) throws Exception;
    }

    /** Creates the question for a file on the command line, as if from a list with only the file name. */
    public static Question ofFile(Path file, OfBytes answer) {
        return ofListedFile(ListFile.Entry.ofFile(file), answer);
    }

    /** Creates the question for a file in a list. */
    public static Question ofListedFile(ListFile.Entry entry, OfBytes answer) {
        return new Question(label(entry, "file", "id"), () -> answer.line(InputFile.document(entry.file()), entry));
    }

    /** Creates the question for an entry that is itself the input; {@code labelFields} form its label. */
    public static Question ofEntry(ListFile.Entry entry, OfEntry answer, String... labelFields) {
        return new Question(label(entry, labelFields), () -> answer.line(entry));
    }

    private static ObjectNode label(ListFile.Entry entry, String... fields) {
        ObjectNode label = Json.object();
        try {
            ObjectNode object = entry.object();
            for (String field : fields) {
                if (object.hasNonNull(field)) {
                    label.set(field, object.get(field));
                }
            }
        } catch (IOException e) {
            // Answering fails on the same broken entry and reports the reason; here it is only labelled.
            label.put("line", entry.number());
        }
        return label;
    }

    /** Returns the line of a failed question. */
    public String errorLine(Throwable cause) {
        return label.deepCopy().put("error", Reason.of(cause)).toString();
    }
}
