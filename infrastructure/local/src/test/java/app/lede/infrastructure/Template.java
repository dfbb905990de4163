package app.lede.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code template.yaml} as one tree, its intrinsic functions in their long form ({@code {"Ref": …}}, {@code {"Fn::GetAtt":
 * ["Queue", "Arn"]}}).
 */
record Template(JsonNode root) {

    static final String FUNCTION = "AWS::Serverless::Function";
    static final String QUEUE = "AWS::SQS::Queue";
    static final String BUCKET = "AWS::S3::Bucket";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String ROLE = "AWS::IAM::Role";
    static final String ALARM = "AWS::CloudWatch::Alarm";
    static final String ROUTE = "AWS::ApiGatewayV2::Route";

    static Template read() {
        return new Template(yaml(Repository.text("infrastructure/template.yaml")));
    }

    /** Parses CloudFormation YAML. */
    static JsonNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Yaml(new Intrinsics()).load(text));
    }

    JsonNode resource(String id) {
        return root.path("Resources").path(id);
    }

    JsonNode properties(String id) {
        return resource(id).path("Properties");
    }

    /** Returns the properties of every resource of a type, by logical id. */
    SortedMap<String, JsonNode> resources(String type) {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        root.path("Resources").properties().forEach(entry -> {
            if (entry.getValue().path("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue().path("Properties"));
            }
        });
        return found;
    }

    /** Returns the properties of every function, by module name such as {@code poll-source}. */
    SortedMap<String, JsonNode> functions() {
        SortedMap<String, JsonNode> functions = new TreeMap<>();
        resources(FUNCTION).forEach((id, properties) -> functions.put(module(properties), properties));
        return functions;
    }

    static String module(JsonNode function) {
        return function.path("CodeUri").asText().split("/", -1)[2];
    }

    /** Returns the logical id of a {@code Ref} or {@code GetAtt}; empty for anything else. */
    static String target(JsonNode reference) {
        return reference.path("Ref").asText(reference.path("Fn::GetAtt").path(0).asText());
    }

    /** Visits a node and all its descendants. */
    static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }

    private static final class Intrinsics extends SafeConstructor {

        Intrinsics() {
            super(options());
            this.yamlMultiConstructors.put("!", new Intrinsic());
        }

        private static LoaderOptions options() {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return options;
        }

        private final class Intrinsic extends AbstractConstruct {

            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                return switch (name) {
                    case "Ref", "Condition" -> Map.of(name, value(node));
                    case "GetAtt" -> Map.of("Fn::GetAtt", attribute(value(node)));
                    default -> Map.of("Fn::" + name, value(node));
                };
            }

            private Object attribute(Object value) {
                return value instanceof String text ? List.of(text.split("\\.", 2)) : value;
            }

            private Object value(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException("no intrinsic takes " + node);
                };
            }
        }
    }
}
