package app.lede.extract.metadata;

import app.lede.text.LowerCase;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the fields of front matter: the part of YAML (plain, quoted, folded and literal values, lists in lines and in brackets, a
 * name inside a nested object) and of TOML (strings, dates, arrays) that such files use. Not thread safe.
 */
final class FrontMatterFields {

    /** Longer lines are no fields, in UTF-16 units. */
    private static final int MAX_FIELD = 4000;

    private static final int MAX_VALUES = 50;

    private static final Pattern YAML = Pattern.compile("([A-Za-z][\\w -]{0,39}?)[ \\t]*:(?:[ \\t]+(.*))?");
    private static final Pattern TOML = Pattern.compile("([A-Za-z][\\w-]{0,39})[ \\t]*=[ \\t]*(.*)");
    private static final Pattern ITEM = Pattern.compile("[ \\t]*-[ \\t]+(?:name:[ \\t]*)?(.*)");
    private static final Pattern NAME = Pattern.compile("[ \\t]+name:[ \\t]*(.*)");
    private static final Pattern SCALAR = Pattern.compile("[>|][+-]?\\d?");
    private static final Pattern QUOTED = Pattern.compile(
            "\\s*+(?:\"((?:[^\"\\\\]|\\\\.){0,2000}+)\"|'((?:[^']|''){0,2000}+)'|([^,\\[\\]\\s][^,\\[\\]]{0,2000}))");
    private static final Pattern WIKI_LINK =
            Pattern.compile("\\[\\[(?:[^\\[\\]|]{0,300}\\|)?([^\\[\\]|]{1,300})\\]\\]");

    private static final Set<String> NOTHING = Set.of("", "[", "]", "],", "[]", "null", "~", "-");

    private final Map<String, List<String>> fields = new HashMap<>();
    private String key = "";
    private boolean scalar;

    private FrontMatterFields() {}

    static Map<String, List<String>> read(String block, boolean toml) {
        FrontMatterFields reader = new FrontMatterFields();
        block.lines().filter(line -> line.length() <= MAX_FIELD).forEach(line -> {
            if (toml) {
                reader.toml(line.strip());
            } else {
                reader.yaml(line.stripTrailing());
            }
        });
        return reader.fields;
    }

    private void toml(String line) {
        Matcher field = TOML.matcher(line);
        if (line.startsWith("[")) {
            // A table of its own: its fields are not the document's.
            key = "[";
        } else if (field.matches() && !key.equals("[")) {
            name(field.group(1));
            values(field.group(2));
        } else if (!key.isEmpty() && !key.equals("[")) {
            values(line);
        }
    }

    private void yaml(String line) {
        boolean indented = line.startsWith(" ") || line.startsWith("\t");
        Matcher item = ITEM.matcher(line);
        Matcher name = NAME.matcher(line);
        Matcher field = YAML.matcher(line);
        if (scalar && indented) {
            extend(line.strip());
        } else if (!key.isEmpty() && item.matches()) {
            values(item.group(1));
        } else if (!key.isEmpty() && name.matches()) {
            values(name.group(1));
        } else if (!indented && field.matches()) {
            name(field.group(1));
            String value = field.group(2) == null ? "" : field.group(2).strip();
            scalar = SCALAR.matcher(value).matches();
            if (!scalar) {
                values(value);
            }
        } else if (!key.isEmpty()
                && indented
                && !YAML.matcher(line.strip()).matches()
                && !fields.getOrDefault(key, List.of()).isEmpty()) {
            extend(line.strip());
        }
    }

    private void name(String name) {
        key = LowerCase.of(name.strip()).replace('-', '_').replace(' ', '_');
        scalar = false;
    }

    /** Adds a value, or those of a list in brackets. */
    private void values(String value) {
        String text = value.strip();
        boolean wiki = text.startsWith("[[");
        if (text.startsWith("[") && !wiki) {
            Matcher each = QUOTED.matcher(text);
            while (each.find()) {
                add(unquoted(each.group()));
            }
        } else {
            add(unquoted(text));
        }
    }

    private static String unquoted(String value) {
        String text = value.strip();
        Matcher quoted = QUOTED.matcher(text);
        boolean whole = quoted.lookingAt() && quoted.group(3) == null;
        if (whole && quoted.group(1) != null) {
            return quoted.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return whole ? quoted.group(2).replace("''", "'") : text.replaceFirst("\\s+#.*$", "");
    }

    private void add(String value) {
        String line = Words.line(WIKI_LINK.matcher(value).replaceAll("$1"));
        List<String> values = fields.computeIfAbsent(key, name -> new ArrayList<>());
        if (!NOTHING.contains(line) && values.size() < MAX_VALUES) {
            values.add(line);
        }
    }

    /** Joins a further line of the same value. */
    private void extend(String line) {
        List<String> values = fields.computeIfAbsent(key, name -> new ArrayList<>());
        if (values.isEmpty()) {
            add(line);
        } else if (values.getLast().length() < MAX_FIELD) {
            values.set(values.size() - 1, Words.line(values.getLast() + " " + line));
        }
    }
}
