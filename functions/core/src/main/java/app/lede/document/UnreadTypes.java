package app.lede.document;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names the file types that are known by a signature and not read, so that none of them is stored as an article. The signatures
 * are in {@code unread-types.tsv}.
 *
 * <p>Thread safe.
 */
final class UnreadTypes {

    private static final List<Row> ROWS = Table.lines(UnreadTypes.class, "unread-types.tsv").stream()
            .map(Row::of)
            .toList();

    private UnreadTypes() {}

    /**
     * A type that is not read.
     *
     * @param name with an article, for example "a picture (PNG)"
     * @param advice what the document's owner can do; empty if nothing
     */
    record UnreadType(String name, String advice) {

        /** Describes the outcome to the document's owner. */
        String detail() {
            return name + (advice.isEmpty() ? " is not read" : " is not read: " + advice);
        }
    }

    private record Row(String where, Pattern signature, UnreadType type) {

        static Row of(String line) {
            List<String> columns = Table.columns(line);
            String where = columns.get(0);
            String signature = columns.get(1);
            boolean binary = where.startsWith("bytes@");
            return new Row(
                    where,
                    Pattern.compile(
                            binary ? bytes(where, signature) : where.equals("ole") ? wide(signature) : signature),
                    new UnreadType(columns.get(2), columns.get(3)));
        }

        private static String bytes(String where, String signature) {
            int offset = Integer.parseInt(where.substring("bytes@".length()));
            StringBuilder pattern = new StringBuilder("(?s).{" + offset + "}");
            for (int i = 0; i < signature.length(); i += 2) {
                String hex = signature.substring(i, i + 2);
                pattern.append(hex.equals("??") ? "." : "\\x" + hex);
            }
            return pattern.toString();
        }

        /** Names of streams are in UTF-16. */
        private static String wide(String name) {
            String bytes = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            return Pattern.quote(bytes);
        }
    }

    /** Returns the type of a binary file by the bytes at its start, one character for each byte. */
    static Optional<UnreadType> ofBytes(String head) {
        return first(row -> row.where().startsWith("bytes@")
                && row.signature().matcher(head).lookingAt());
    }

    /** Returns the type of an OLE container by the names of its streams, one character for each byte of the file. */
    static Optional<UnreadType> ofContainer(String bytes) {
        return first(row ->
                row.where().equals("ole") && row.signature().matcher(bytes).find());
    }

    /** Returns the type of a zip archive by the names of its entries. */
    static Optional<UnreadType> ofEntries(Collection<String> names) {
        return first(row -> row.where().equals("zip")
                && names.stream().anyMatch(name -> row.signature().matcher(name).matches()));
    }

    /** Returns the type of a text by its beginning, without byte order mark. */
    static Optional<UnreadType> ofText(String head) {
        String text = head.stripLeading();
        return first(row ->
                row.where().equals("text") && row.signature().matcher(text).lookingAt());
    }

    /** Tests for the root of a format in the table. */
    static boolean isKnownRoot(String name) {
        return first(row -> row.where().equals("root")
                        && row.signature().matcher(name).matches())
                .isPresent();
    }

    /** Returns the type of an XML document by the local name of its root; any root has one. */
    static UnreadType ofRoot(String name) {
        return first(row -> row.where().equals("root")
                        && row.signature().matcher(name).matches())
                .orElseGet(() -> new UnreadType("XML with the root " + name, ""));
    }

    /** Returns the type of a text by the extension of its name, for names of source code and configuration. */
    static Optional<UnreadType> ofName(String name) {
        String extension =
                LowerCase.of(name.substring(name.lastIndexOf('.') + 1).strip());
        return first(row ->
                row.where().equals("name") && row.signature().matcher(extension).matches());
    }

    private static Optional<UnreadType> first(Predicate<Row> is) {
        return ROWS.stream().filter(is).map(Row::type).findFirst();
    }
}
