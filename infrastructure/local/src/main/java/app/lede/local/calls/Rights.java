package app.lede.local.calls;

import app.lede.local.policy.Condition;
import app.lede.local.policy.Policies;
import app.lede.local.policy.Request;
import app.lede.local.policy.Statement;
import app.lede.local.policy.Statement.Effect;
import app.lede.local.policy.Statement.Matched;
import app.lede.local.template.Function;
import app.lede.local.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the statements of functions' roles with calls that the functions made. */
public final class Rights {
    /** Statements that Lambda itself needs, for logs, triggers and lost batches of streams. */
    private static final Set<String> OF_LAMBDA = Set.of("Logs", "Trigger", "Lost");

    private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    private final Policies policies;
    private final Map<String, String> roles = new HashMap<>();

    /** Reads the rights of a template. */
    public Rights(Template template) {
        this.policies = template.policies();
        for (Function function : template.functions()) {
            function.role().ifPresent(role -> roles.put(function.name(), role + ".Arn"));
        }
    }

    /** Returns the calls that no statement allows, or that one denies; calls of others than functions are left out. */
    public List<Call> denied(Collection<Call> calls) {
        return calls.stream()
                .filter(call -> !isOfLambda(call) && request(call).isPresent())
                .filter(call -> !policies.allow(request(call).orElseThrow()))
                .toList();
    }

    /**
     * Returns the rights that no call needs: actions, resources and leading keys of statements, by function and name of the
     * statement.
     */
    public List<String> unused(Collection<Call> calls) {
        List<Request> requests =
                calls.stream().flatMap(call -> request(call).stream()).toList();
        List<String> unused = new ArrayList<>();
        roles.forEach((function, role) -> {
            for (Statement statement : policies.roles().getOrDefault(role, List.of())) {
                if (statement.effect() == Effect.ALLOW && !OF_LAMBDA.contains(statement.sid())) {
                    parts(statement)
                            .filter(part -> requests.stream()
                                    .noneMatch(request -> request.principal().equals(role) && part.one.covers(request)))
                            .forEach(part -> unused.add(function + " " + statement.sid() + " " + part.name));
                }
            }
        });
        return unused.stream().sorted().toList();
    }

    private record Part(String name, Statement one) {}

    /** Returns the statement with one action, one resource and one leading key at a time. */
    private static Stream<Part> parts(Statement whole) {
        List<Part> parts = new ArrayList<>();
        for (String action : whole.actions().patterns()) {
            for (String resource : whole.resources().patterns()) {
                for (List<Condition> conditions : eachKey(whole.conditions())) {
                    Statement one = new Statement(
                            whole.sid(),
                            whole.effect(),
                            whole.principals(),
                            new Matched(List.of(action), whole.actions().inverted()),
                            new Matched(List.of(resource), whole.resources().inverted()),
                            conditions);
                    parts.add(new Part(action + " " + resource + keys(conditions), one));
                }
            }
        }
        return parts.stream();
    }

    private static List<List<Condition>> eachKey(List<Condition> conditions) {
        if (conditions.size() != 1 || !conditions.getFirst().key().equals(LEADING_KEYS)) {
            return List.of(conditions);
        }
        Condition keys = conditions.getFirst();
        // Any: a batch may have keys of several kinds.
        String operator = keys.operator().replace("ForAllValues:", "ForAnyValue:");
        return keys.values().stream()
                .map(key -> List.of(new Condition(operator, keys.key(), List.of(key))))
                .toList();
    }

    private static String keys(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : " " + String.join(",", conditions.getFirst().values());
    }

    private static boolean isOfLambda(Call call) {
        return call.action().equals("sqs:ReceiveMessage") || call.action().equals("sqs:DeleteMessage");
    }

    private Optional<Request> request(Call call) {
        return Optional.ofNullable(roles.get(call.function())).map(role -> StackCalls.request(role, call));
    }
}
