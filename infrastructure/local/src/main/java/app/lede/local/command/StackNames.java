package app.lede.local.command;

import app.lede.local.wiring.Stack;

/** Names of resources that clients of the stack use. */
public final class StackNames {

    private StackNames() {}

    /** Returns the bucket that takes uploads. */
    public static String documentsBucket(Stack stack) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains("documents"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no bucket for documents"));
    }
}
