package app.lede.local.template;

import app.lede.local.template.TemplateYaml.Intrinsic;
import app.lede.local.template.Text.Literal;
import app.lede.local.template.Text.Part;
import app.lede.local.template.Text.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates CloudFormation's intrinsic functions before the stack starts: parameters and conditions become values,
 * resources become {@link Reference}s. Anything else is reported as a problem with its path.
 */
final class Intrinsics {
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "lede");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /** Value of {@code !Ref AWS::NoValue}: removes the property. */
    private enum NoValue {
        NO_VALUE
    }

    private final Map<String, Object> parameters;
    private final Map<String, Object> mappings;
    private final Map<String, Object> conditions;
    private final Set<String> resources;
    private final List<String> problems;

    Intrinsics(
            Map<String, Object> parameters,
            Map<String, Object> mappings,
            Map<String, Object> conditions,
            Set<String> resources,
            List<String> problems) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
        this.resources = resources;
        this.problems = problems;
    }

    /** Evaluates all intrinsics of a tree; {@code where} is the path used in problems. */
    Object evaluate(Object tree, String where) {
        return switch (tree) {
            case Map<?, ?> map -> eachValue(map, where);
            case List<?> list ->
                list.stream()
                        .map(item -> evaluate(item, where))
                        .filter(item -> item != NoValue.NO_VALUE)
                        .toList();
            case Intrinsic(String function, Object argument) -> call(function, argument, where);
            default -> tree;
        };
    }

    /** Evaluates a named condition. */
    boolean holds(String condition, String where) {
        Object definition = conditions.get(condition);
        if (definition == null) {
            problems.add(where + ": no condition is named " + condition);
            return false;
        }
        return truth(definition, "Conditions." + condition);
    }

    private Map<String, Object> eachValue(Map<?, ?> map, String where) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object evaluated = evaluate(value, where + "." + key);
            if (evaluated != NoValue.NO_VALUE) {
                values.put(String.valueOf(key), evaluated);
            }
        });
        return values;
    }

    private Object call(String function, Object argument, String where) {
        return switch (function) {
            case "Ref" -> ref(String.valueOf(argument), where);
            case "GetAtt" -> getAtt(argument, where);
            case "Sub" -> sub(argument, where);
            case "If" -> choice(argument, where);
            case "Join" -> join(argument, where);
            case "FindInMap" -> findInMap(argument, where);
            case "Equals", "Not", "And", "Or", "Condition" -> truth(new Intrinsic(function, argument), where);
            default -> refused(where + ": the intrinsic !" + function + " is not interpreted");
        };
    }

    private Object ref(String name, String where) {
        if (name.equals("AWS::NoValue")) {
            return NoValue.NO_VALUE;
        }
        return known(name)
                .orElseGet(() -> resources.contains(name.split("\\.", 2)[0])
                        ? new Text(List.of(reference(name)))
                        : refused(where + ": !Ref " + name + " names neither a parameter nor a resource"));
    }

    private Optional<Object> known(String name) {
        Object parameter = parameters.get(name);
        return Optional.ofNullable(parameter == null ? PSEUDO_PARAMETERS.get(name) : parameter);
    }

    private Object getAtt(Object argument, String where) {
        String path = argument instanceof List<?> list
                ? String.join(".", list.stream().map(String::valueOf).toList())
                : String.valueOf(argument);
        Reference reference = reference(path);
        return resources.contains(reference.resource())
                ? new Text(List.of(reference))
                : refused(where + ": !GetAtt " + path + " names no resource");
    }

    /** Parses a reference: the part after a dot is an attribute; SAM also allows {@code !Ref Function.Alias}. */
    private static Reference reference(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? new Reference(path, "") : new Reference(path.substring(0, dot), path.substring(dot + 1));
    }

    private Object sub(Object argument, String where) {
        Map<String, Object> variables = Map.of();
        Object pattern = argument;
        if (argument instanceof List<?> list && list.size() == 2 && list.get(1) instanceof Map<?, ?> map) {
            pattern = list.get(0);
            variables = eachValue(map, where);
        }
        String characters = String.valueOf(pattern);
        List<Part> parts = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(characters);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Literal(characters.substring(end, matcher.start())));
            parts.addAll(variable(matcher.group(1), variables, where));
            end = matcher.end();
        }
        parts.add(new Literal(characters.substring(end)));
        return new Text(parts);
    }

    private List<Part> variable(String name, Map<String, Object> variables, String where) {
        if (name.startsWith("!")) {
            return List.of(new Literal("${" + name.substring(1) + "}"));
        }
        Object own = variables.get(name);
        Object value = own != null ? own : name.contains(".") ? getAtt(name, where) : ref(name, where);
        return value instanceof Text(List<Part> parts) ? parts : List.of(new Literal(String.valueOf(value)));
    }

    private Object choice(Object argument, String where) {
        if (argument instanceof List<?> list && list.size() == 3) {
            return evaluate(holds(String.valueOf(list.get(0)), where) ? list.get(1) : list.get(2), where);
        }
        return refused(where + ": !If takes a condition and two values");
    }

    private Object findInMap(Object argument, String where) {
        Object found = argument instanceof List<?> keys && keys.size() == 3 ? mappings : null;
        List<?> keys = found == null ? List.of() : (List<?>) argument;
        for (Object key : keys) {
            found = found instanceof Map<?, ?> map ? map.get(plain(key, where)) : null;
        }
        return found == null ? refused(where + ": !FindInMap " + argument + " names no value of a mapping") : found;
    }

    private Object join(Object argument, String where) {
        if (!(argument instanceof List<?> list)
                || list.size() != 2
                || !(evaluate(list.get(1), where) instanceof List<?> items)) {
            return refused(where + ": !Join takes a delimiter and a list");
        }
        List<Part> parts = new ArrayList<>();
        for (Object item : items) {
            if (!parts.isEmpty()) {
                parts.add(new Literal(String.valueOf(list.get(0))));
            }
            parts.addAll(item instanceof Text text ? text.parts() : List.of(new Literal(String.valueOf(item))));
        }
        return new Text(parts);
    }

    private boolean truth(Object expression, String where) {
        if (expression instanceof Map<?, ?> map && map.get("Condition") instanceof String name) {
            return holds(name, where);
        }
        if (!(expression instanceof Intrinsic(String function, Object argument))) {
            return Boolean.parseBoolean(String.valueOf(evaluate(expression, where)));
        }
        List<?> operands = argument instanceof List<?> list ? list : List.of(argument);
        return switch (function) {
            case "Equals" -> plain(operands.get(0), where).equals(plain(operands.get(1), where));
            case "Not" -> !truth(operands.get(0), where);
            case "And" -> operands.stream().allMatch(operand -> truth(operand, where));
            case "Or" -> operands.stream().anyMatch(operand -> truth(operand, where));
            case "Condition" -> holds(String.valueOf(operands.get(0)), where);
            default -> Boolean.parseBoolean(plain(expression, where));
        };
    }

    private String plain(Object value, String where) {
        Object evaluated = evaluate(value, where);
        return evaluated instanceof Text text ? text.resolve(Reference::toString) : String.valueOf(evaluated);
    }

    private Text refused(String problem) {
        problems.add(problem);
        return Text.of("");
    }
}
