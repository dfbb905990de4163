package app.lede.document;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an article's fields in an object under the names that programs and exports of several languages give them; case, spaces,
 * hyphens and underscores do not count. Thread safe.
 */
public final class ArticleFields {

    /** Fields that an article can have. */
    public enum Field {
        HTML,
        TEXT,
        HEADLINE,
        PUBLISHED,
        MODIFIED,
        LANGUAGE,
        DESCRIPTION,
        URL,
        AUTHOR,
        KEYWORD,
        PUBLISHER
    }

    private static final Map<String, List<String>> NAMES = names();

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    ArticleFields(JsonNode article) {
        article.properties().forEach(field -> values.putIfAbsent(plain(field.getKey()), field.getValue()));
        // Search answers of The Guardian's kind keep what was asked for in an object of its own.
        article.path("fields")
                .properties()
                .forEach(field -> values.putIfAbsent(plain(field.getKey()), field.getValue()));
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new HashMap<>();
        for (String line : Table.lines(ArticleFields.class, "fields.tsv")) {
            List<String> row = Table.columns(line);
            names.put(row.getFirst(), row.subList(1, row.size()));
        }
        return names;
    }

    /** Returns the values under the names of a field, the best name first. */
    Stream<JsonNode> all(Field field) {
        return NAMES.getOrDefault(LowerCase.of(field.name()), List.of()).stream()
                .map(values::get)
                .filter(node -> node != null && !node.isNull());
    }

    Optional<JsonNode> first(Field field) {
        return all(field).findFirst();
    }

    /** Tests the name of a column or a field. */
    public static boolean isNameOf(Field field, String name) {
        return NAMES.getOrDefault(LowerCase.of(field.name()), List.of()).contains(plain(name));
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        LowerCase.of(name)
                .codePoints()
                .filter(c -> c > ' ' && c != '-' && c != '_' && c != '.' && c != '\uFEFF')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
