package app.lede.collection;

import app.lede.document.ObjectContent;
import app.lede.document.ReadingRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes small collections apart for tests; where one breaks off, its last part says so. */
final class PartList {

    private PartList() {}

    static List<Part> of(byte[] collection, String name) {
        try {
            return CollectionReader.open(ObjectContent.of(collection), name)
                    .map(PartList::all)
                    .orElseGet(List::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Part> of(String collection, String name) {
        return of(collection.getBytes(StandardCharsets.UTF_8), name);
    }

    private static List<Part> all(Parts parts) {
        List<Part> all = new ArrayList<>();
        try (parts) {
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                all.add(part.get());
            }
        } catch (ReadingRefused e) {
            all.add(new Part.Broken("the rest", e.problem(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Returns the text of each document, and of broken parts their problem. */
    static List<String> texts(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Document document -> new String(document.bytes(), StandardCharsets.UTF_8);
                    case Part.Broken broken -> broken.problem().outcome();
                })
                .toList();
    }
}
