package app.lede.collection;

import app.lede.document.CleanText;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.UncheckedIOException;

/** Names parts by the place of their collection within another. */
final class Named {

    private static final int MAX_DETAIL = 200;

    private Named() {}

    /** Returns a file's name in an archive; words for people where it is empty. */
    static String file(String name) {
        return name.isEmpty() ? "a file without a name" : name;
    }

    static Part within(String collection, Part part) {
        String name = collection + "/" + part.name();
        return switch (part) {
            case Part.Document document ->
                new Part.Document(name, document.bytes(), document.contentType(), document.url(), document.at());
            case Part.Broken broken -> new Part.Broken(name, broken.problem(), broken.detail());
        };
    }

    /** Describes a failure; a storage that is out of reach is no fault of the part and is rethrown. */
    static Part.Broken broken(String name, Exception e) {
        if (e instanceof UncheckedIOException storage) {
            throw storage;
        }
        Problem problem = e instanceof ReadingRefused refused ? refused.problem() : Problem.ENCODING;
        String detail = CleanText.of(String.valueOf(e.getMessage()));
        return new Part.Broken(name, problem, detail.substring(0, Math.min(MAX_DETAIL, detail.length())));
    }
}
