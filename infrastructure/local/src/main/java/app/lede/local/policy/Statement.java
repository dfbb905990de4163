package app.lede.local.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * A statement of a policy.
 *
 * @param sid its name
 * @param effect allows or denies
 * @param principals of whom it speaks, in a resource's policy
 * @param actions patterns
 * @param resources patterns
 * @param conditions all of which must hold
 */
public record Statement(
        String sid, Effect effect, Matched principals, Matched actions, Matched resources, List<Condition> conditions) {

    /** Effect of a statement: it allows or denies. */
    public enum Effect {
        ALLOW,
        DENY
    }

    /**
     * An element such as {@code Action}, or its opposite {@code NotAction}.
     *
     * @param patterns one of which matches
     * @param inverted whether everything else is meant
     */
    public record Matched(List<String> patterns, boolean inverted) {

        /** Matches everything; for an element that a statement lacks. */
        public static final Matched ALL = new Matched(List.of("*"), false);

        public Matched {
            patterns = List.copyOf(patterns);
        }

        boolean test(Predicate<String> pattern) {
            return patterns.stream().anyMatch(pattern) != inverted;
        }
    }

    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** Tests whether the statement speaks of a request. */
    public boolean covers(Request request) {
        return principals.test(pattern -> pattern.equals("*") || pattern.equals(request.principal()))
                && actions.test(pattern -> Pattern.matchesAction(pattern, request.action()))
                && resources.test(pattern -> Pattern.matches(pattern, request.resource()))
                && conditions.stream().allMatch(condition -> condition.holds(request.context()));
    }
}
