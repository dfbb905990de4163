package app.lede.local.command.jsonlines;

import app.lede.json.Json;
import app.lede.local.command.terminal.WrongUsage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a list of inputs: JSON Lines in UTF-8, empty lines ignored, {@code .gz} accepted. */
public final class ListFile {

    private ListFile() {}

    /** One line of a list, numbered from 1, with the folder its relative paths refer to. */
    public record Entry(Path folder, int number, String line) {

        /** Returns the entry of a file on the command line. */
        public static Entry ofFile(Path file) {
            return new Entry(
                    Path.of(""), 1, Json.object().put("file", file.toString()).toString());
        }

        /** Parses the line as a JSON object; fails with a message that names the line. */
        public ObjectNode object() throws IOException {
            try {
                if (Json.read(line) instanceof ObjectNode object) {
                    return object;
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("line " + number + " is " + e.getMessage(), e);
            }
            throw new IOException("line " + number + " is not a JSON object");
        }

        /** Returns a required text. */
        public String required(String field) throws IOException {
            return optional(field).orElseThrow(() -> new IOException("line " + number + " has no \"" + field + "\""));
        }

        /** Returns an optional text; null and empty count as absent. */
        public Optional<String> optional(String field) throws IOException {
            return Optional.ofNullable(object().get(field))
                    .filter(JsonNode::isValueNode)
                    .filter(node -> !node.isNull())
                    .map(JsonNode::asText)
                    .filter(text -> !text.isEmpty());
        }

        /** Returns the file named by the line, relative to the list. */
        public Path file() throws IOException {
            return folder.resolve(required("file"));
        }
    }

    /** Returns a list's entries in order. */
    public static List<Entry> read(Path list) {
        if (!Files.isRegularFile(list)) {
            throw new WrongUsage("no such list: " + list);
        }
        Path folder = Optional.ofNullable(list.getParent()).orElse(Path.of(""));
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(InputFile.open(list), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    entries.add(new Entry(folder, number, line));
                }
            }
        } catch (IOException e) {
            throw new WrongUsage("the list " + list + " can't be read: " + e.getMessage());
        }
        return List.copyOf(entries);
    }
}
