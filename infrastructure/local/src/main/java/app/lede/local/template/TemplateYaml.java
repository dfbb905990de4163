package app.lede.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses CloudFormation's YAML into maps, lists, scalars and {@link Intrinsic}s; the short form {@code !Sub} and the
 * long {@code Fn::Sub} are equivalent.
 */
final class TemplateYaml {

    /** An unevaluated call of an intrinsic function: {@code Ref}, {@code Sub}, {@code GetAtt}… */
    record Intrinsic(String function, Object argument) {}

    private TemplateYaml() {}

    /**
     * @throws TemplateRefused when the text is not YAML or not a mapping
     */
    static Map<String, Object> read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object tree;
        try {
            tree = new Yaml(new Tags(options)).load(yaml);
        } catch (YAMLException e) {
            throw new TemplateRefused(List.of("not readable as YAML: " + e.getMessage()));
        }
        if (withLongForms(tree) instanceof Map<?, ?> map) {
            return named(map);
        }
        throw new TemplateRefused(List.of("not a YAML mapping"));
    }

    static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value == null ? Map.of() : value));
        return named;
    }

    private static Object withLongForms(Object tree) {
        return switch (tree) {
            case Map<?, ?> map when map.size() == 1 -> longForm(map);
            case Map<?, ?> map -> eachValue(map);
            case List<?> list -> list.stream().map(TemplateYaml::withLongForms).toList();
            case Intrinsic(String function, Object argument) -> new Intrinsic(function, withLongForms(argument));
            default -> tree;
        };
    }

    private static Object longForm(Map<?, ?> map) {
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String key = String.valueOf(only.getKey());
        if (only.getValue() != null && (key.equals("Ref") || key.startsWith("Fn::"))) {
            return new Intrinsic(key.replace("Fn::", ""), withLongForms(only.getValue()));
        }
        return eachValue(map);
    }

    private static Map<String, Object> eachValue(Map<?, ?> map) {
        Map<String, Object> values = named(map);
        values.replaceAll((key, value) -> withLongForms(value));
        return values;
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            // Keeps dates such as 2012-10-17, which are version numbers here, as strings.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new Intrinsic(node.getTag().getValue().substring(1), argument(node));
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new YAMLException("an alias cannot carry a tag");
            };
        }
    }
}
