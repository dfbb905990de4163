package app.lede.local.calls;

import app.lede.aws.CallWatch;
import app.lede.local.policy.Policies;
import app.lede.local.policy.Request;
import app.lede.local.template.Function;
import app.lede.local.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Watches the AWS calls of all functions of a stack. Thread safe. */
public final class StackCalls {
    private final CallLedger ledger = new CallLedger();
    private final NeededRights rights;
    private final Policies policies;
    private final Map<Call, Boolean> decided = new ConcurrentHashMap<>();

    /**
     * Creates the watch of a running template.
     *
     * @param queueUrls by logical id
     */
    public StackCalls(Template template, Map<String, String> queueUrls) {
        this.rights = new NeededRights(template, queueUrls);
        this.policies = template.policies();
    }

    /** Returns the sums of all calls. */
    public CallLedger ledger() {
        return ledger;
    }

    /** Creates the watch of one function. */
    public CallWatch of(Function function) {
        return new FunctionCalls(function.name(), rights, call -> allows(function, call), ledger);
    }

    private boolean allows(Function function, Call call) {
        Optional<String> role = function.role();
        return role.isEmpty()
                || decided.computeIfAbsent(call, kind -> policies.allow(request(role.get() + ".Arn", kind)));
    }

    /** Returns a call as a request to IAM, over TLS as on AWS. */
    static Request request(String role, Call call) {
        return new Request(
                role,
                call.action(),
                call.resource(),
                call.context().with("aws:PrincipalArn", role).with("aws:SecureTransport", "true"));
    }
}
