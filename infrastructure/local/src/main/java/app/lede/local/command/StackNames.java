package app.lede.local.command;

import app.lede.local.wiring.Stack;

/** What a client of the stack has to know by name. */
final class StackNames {

    private StackNames() {}

    /** The bucket whose {@code inbox/} takes uploads. */
    static String documentsBucket(Stack stack) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains("documents"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no bucket for documents"));
    }
}
