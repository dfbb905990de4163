package app.lede.local.template;

import app.lede.local.policy.Condition;
import app.lede.local.policy.Policies;
import app.lede.local.policy.Statement;
import app.lede.local.policy.Statement.Effect;
import app.lede.local.policy.Statement.Matched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the statements of roles, of policies attached to them and of buckets. An ARN is written as the template names it:
 * {@code PollQueue.Arn}, {@code DocumentsBucket.Arn/web/*}.
 */
final class PolicyReader {
    private static final Set<String> TYPES = Set.of("AWS::IAM::Role", "AWS::IAM::Policy", "AWS::S3::BucketPolicy");

    private final Map<String, List<Statement>> roles = new HashMap<>();
    private final List<Statement> resources = new ArrayList<>();
    private final List<String> problems;

    PolicyReader(List<String> problems) {
        this.problems = problems;
    }

    static boolean reads(String type) {
        return TYPES.contains(type);
    }

    Policies policies() {
        return new Policies(roles, resources);
    }

    /** Reads the evaluated properties of a resource whose type {@link #reads} names. */
    void read(String type, String id, Map<String, Object> properties) {
        try {
            switch (type) {
                case "AWS::IAM::Role" ->
                    list(properties.get("Policies")).forEach(policy -> add(id + ".Arn", map(policy)));
                case "AWS::IAM::Policy" ->
                    strings(properties.get("Roles")).forEach(role -> add(role + ".Arn", properties));
                default -> resources.addAll(statements(properties));
            }
        } catch (IllegalArgumentException e) {
            problems.add(id + ": " + e.getMessage());
        }
    }

    private void add(String role, Map<String, Object> policy) {
        roles.computeIfAbsent(role, name -> new ArrayList<>()).addAll(statements(policy));
    }

    private static List<Statement> statements(Map<String, Object> policy) {
        return list(map(policy.get("PolicyDocument")).get("Statement")).stream()
                .map(statement -> statement(map(statement)))
                .toList();
    }

    private static Statement statement(Map<String, Object> statement) {
        return new Statement(
                String.valueOf(statement.getOrDefault("Sid", "")),
                "Deny".equals(String.valueOf(statement.get("Effect"))) ? Effect.DENY : Effect.ALLOW,
                matched(statement, "Principal"),
                matched(statement, "Action"),
                matched(statement, "Resource"),
                conditions(map(statement.get("Condition"))));
    }

    private static Matched matched(Map<String, Object> statement, String element) {
        boolean inverted = statement.containsKey("Not" + element);
        Object patterns = statement.get(inverted ? "Not" + element : element);
        return patterns == null ? Matched.ALL : new Matched(principalsOrStrings(patterns), inverted);
    }

    /** Returns the patterns of an element; a principal is a map of kinds to names. */
    private static List<String> principalsOrStrings(Object patterns) {
        if (!(patterns instanceof Map<?, ?> kinds)) {
            return strings(patterns);
        }
        List<String> principals = new ArrayList<>();
        kinds.values().forEach(names -> principals.addAll(strings(names)));
        return principals;
    }

    private static List<Condition> conditions(Map<String, Object> operators) {
        List<Condition> conditions = new ArrayList<>();
        operators.forEach((operator, keys) ->
                map(keys).forEach((key, values) -> conditions.add(new Condition(operator, key, strings(values)))));
        return conditions;
    }

    private static List<String> strings(@Nullable Object oneOrMore) {
        return list(oneOrMore).stream()
                .map(value ->
                        value instanceof Text text ? text.resolve(Text.Reference::toString) : String.valueOf(value))
                .toList();
    }

    private static List<?> list(@Nullable Object oneOrMore) {
        return oneOrMore instanceof List<?> many ? many : oneOrMore == null ? List.of() : List.of(oneOrMore);
    }

    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? TemplateYaml.named(map) : Map.of();
    }
}
