package app.lede.local.command.jsonlines;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.collection.UnpackBounds;
import app.lede.document.ObjectContent;
import app.lede.document.PartOrigin;
import app.lede.document.ReadingRefused;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Renders a collection as the records of its parts, those of collections inside of it too: all with the collection's id, counted
 * by {@code part}, and each with its {@code name} there. Not thread safe.
 */
final class PartLines {

    private final String id;
    private final String file;
    private final Function<Part.Document, ObjectNode> record;
    private final Predicate<String> out;
    private int count;
    private boolean closed;

    /**
     * Renders a collection.
     *
     * @param file the collection's name as it was given
     * @param record returns the record of one document
     * @param out takes a line; false once nobody reads any more
     */
    PartLines(String id, String file, Function<Part.Document, ObjectNode> record, Predicate<String> out) {
        this.id = id;
        this.file = file;
        this.record = record;
        this.out = out;
    }

    /** Hands out a line for each part, one at a time; false if the file is no collection. */
    boolean write(ObjectContent content, String name) {
        boolean isCollection = add(content, name, "", 0);
        if (isCollection && count == 0) {
            refuse("", refusal("empty", Parts.NOTHING));
        }
        return isCollection;
    }

    private boolean add(ObjectContent content, String name, String path, int depth) {
        try {
            Optional<Parts> parts = CollectionReader.open(content, name);
            if (parts.isEmpty()) {
                return false;
            }
            if (depth >= PartOrigin.MAX_DEPTH) {
                refuse(path, refusal("too-large", "a collection inside of " + depth + " others is not taken apart"));
            } else {
                addAll(parts.get(), path, depth);
            }
            return true;
        } catch (ReadingRefused e) {
            refuse(path, refusal(e.problem().outcome(), String.valueOf(e.getMessage())));
            return true;
        } catch (IOException e) {
            // Compressed, but damaged: the reader of documents tells how.
            return false;
        }
    }

    private void addAll(Parts parts, String path, int depth) {
        try (parts) {
            for (Optional<Part> part = parts.next();
                    part.isPresent() && count < UnpackBounds.MAX_PARTS && !closed;
                    part = parts.next()) {
                add(part.get(), path, depth);
            }
        } catch (ReadingRefused e) {
            line(path + "the rest", refusal(e.problem().outcome(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            line(path + "the rest", refusal("encoding", String.valueOf(e.getMessage())));
        }
    }

    private void add(Part part, String path, int depth) {
        String name = path + part.name();
        switch (part) {
            case Part.Broken broken -> line(name, refusal(broken.problem().outcome(), broken.detail()));
            case Part.Document document -> {
                if (!add(ObjectContent.of(document.bytes()), document.name(), name + "/", depth + 1)) {
                    line(name, record.apply(document));
                }
            }
        }
    }

    private ObjectNode refusal(String outcome, String detail) {
        return Json.object().put("file", file).put("outcome", outcome).put("detail", detail);
    }

    /** Prints why a collection can't be opened: the file itself, or one inside of it. */
    private void refuse(String path, ObjectNode refusal) {
        if (path.isEmpty()) {
            ObjectNode line = Json.object().put("id", id);
            line.setAll(refusal);
            print(line);
        } else {
            line(path, refusal);
        }
    }

    private void line(String name, ObjectNode article) {
        ObjectNode line = Json.object().put("id", id).put("part", count + 1).put("name", name);
        article.remove("id");
        line.setAll(article);
        print(line);
    }

    private void print(ObjectNode line) {
        count++;
        closed |= !out.test(line.toString());
    }
}
