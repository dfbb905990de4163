package app.lede.local.policy;

import app.lede.local.policy.Statement.Effect;
import java.util.List;
import java.util.Map;

/**
 * The policies of one account: what each role may do, and what resources say of everybody.
 *
 * @param roles statements by the role's ARN
 * @param resources statements of the policies of buckets
 */
public record Policies(Map<String, List<Statement>> roles, List<Statement> resources) {

    public Policies {
        roles = Map.copyOf(roles);
        resources = List.copyOf(resources);
    }

    /**
     * Decides a request: an explicit denial wins; otherwise one statement must allow it, of the role or of the resource.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
     *     logic</a>
     */
    public boolean allow(Request request) {
        List<Statement> own = roles.getOrDefault(request.principal(), List.of());
        return !covered(own, Effect.DENY, request)
                && !covered(resources, Effect.DENY, request)
                && (covered(own, Effect.ALLOW, request) || covered(resources, Effect.ALLOW, request));
    }

    private static boolean covered(List<Statement> statements, Effect effect, Request request) {
        return statements.stream().anyMatch(statement -> statement.effect() == effect && statement.covers(request));
    }
}
