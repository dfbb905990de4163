package app.lede.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One mapping of the evaluated template. Tracks which names were read: {@link #refuseRest} reports every other name as
 * a problem unless it is listed as ignored, so nothing is skipped silently.
 */
final class Section {
    /** Kind of mapping, as in the list of ignored properties: {@code AWS::SQS::Queue.RedrivePolicy}. */
    private final String kind;
    /** Path of the mapping: {@code PollQueue.RedrivePolicy}. */
    private final String where;

    private final Map<String, Object> values;
    private final List<String> problems;
    private final Set<String> read = new LinkedHashSet<>();

    Section(String kind, String where, Map<String, Object> values, List<String> problems) {
        this.kind = kind;
        this.where = where;
        this.values = values;
        this.problems = problems;
    }

    String where() {
        return where;
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<Text> text(String name) {
        return value(name).map(value -> value instanceof Text text ? text : Text.of(String.valueOf(value)));
    }

    /** Returns a string without references; reports a problem and returns an empty string if it is missing. */
    String required(String name) {
        Optional<String> value = plain(name);
        if (value.isEmpty()) {
            problems.add(where + " lacks " + name);
        }
        return value.orElse("");
    }

    Optional<String> plain(String name) {
        return text(name).map(text -> {
            if (!text.references().isEmpty()) {
                problems.add(where + "." + name + ": a resource's name is not known here");
            }
            return text.resolve(Text.Reference::toString);
        });
    }

    int integer(String name, int otherwise) {
        Optional<String> value = plain(name);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            problems.add(where + "." + name + " is not a whole number: " + value.orElse(""));
            return otherwise;
        }
    }

    boolean flag(String name, boolean otherwise) {
        return plain(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** Returns the resource of {@code !GetAtt Resource.Arn} under this name. */
    Optional<String> target(String name) {
        return text(name).map(text -> {
            List<Text.Reference> references = text.references();
            if (references.size() != 1) {
                problems.add(where + "." + name + " should be !GetAtt of one resource of this template");
                return "";
            }
            return references.get(0).resource();
        });
    }

    Optional<Section> section(String name) {
        return value(name).map(value -> {
            if (!(value instanceof Map<?, ?>)) {
                problems.add(where + "." + name + " is not a mapping");
            }
            return child(name, value);
        });
    }

    /** Returns the mappings of a list; none if absent. */
    List<Section> sections(String name) {
        List<Section> sections = new ArrayList<>();
        if (value(name).orElse(List.of()) instanceof List<?> items) {
            items.forEach(item -> sections.add(child(name, item)));
        } else {
            problems.add(where + "." + name + " is not a list");
        }
        return sections;
    }

    /** Returns the mappings of a mapping, by name. */
    Map<String, Section> children(String name) {
        Map<String, Section> children = new LinkedHashMap<>();
        section(name)
                .ifPresent(parent -> parent.values.forEach((key, value) -> children.put(
                        key, new Section(kind + "." + name, parent.where + "." + key, asMap(value), problems))));
        return children;
    }

    List<String> strings(String name) {
        return value(name).orElse(List.of()) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns a mapping of names to texts, such as a function's environment. */
    Map<String, Text> texts(String name) {
        Map<String, Text> texts = new LinkedHashMap<>();
        section(name).ifPresent(section -> section.values.keySet().forEach(key -> section.text(key)
                .ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    /** Returns this mapping as another kind, for mappings whose {@code Type} determines their properties. */
    Section as(String otherKind) {
        return new Section(otherKind, where, values, problems);
    }

    void refuse(String problem) {
        problems.add(where + ": " + problem);
    }

    /** Reports every unread name as a problem, unless it is ignored for this kind. */
    void refuseRest(Ignored ignored) {
        for (String name : values.keySet()) {
            if (!read.contains(name) && !ignored.contains(kind + "." + name)) {
                problems.add(where + "." + name + " is not interpreted (" + kind + "." + name + ")");
            }
        }
    }

    private Optional<Object> value(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private Section child(String name, Object value) {
        return new Section(kind + "." + name, where + "." + name, asMap(value), problems);
    }

    private static Map<String, Object> asMap(Object value) {
        return value instanceof Map<?, ?> map ? TemplateYaml.named(map) : Map.of();
    }
}
