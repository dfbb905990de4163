package app.lede.fuzz;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Scales the tests that take minutes of processor time: they run at a thirty-second of their size, or not at all, unless the system
 * property {@code long} is {@code true}, which Maven sets where the environment has {@code CI}.
 */
public final class Effort implements ExecutionCondition {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int PART = 32;

    /** Returns a number of rounds or pieces: all of them in a long run, a thirty-second otherwise. */
    public static int of(int all) {
        return LONG ? all : Math.max(1, all / PART);
    }

    /** Returns the distance between two inputs of a list that are tried. */
    public static int step() {
        return LONG ? 1 : PART;
    }

    /** Skips a class in a short run and prints that it did: the listener of the other modules is not seen from here. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (LONG) {
            return ConditionEvaluationResult.enabled("a long run");
        }
        String reason = "takes minutes; run by CI, or with -Dlong=true";
        Optional<Class<?>> whole =
                context.getTestClass().filter(type -> context.getTestMethod().isEmpty());
        whole.ifPresent(type -> System.out.println("[SKIPPED] " + type.getSimpleName() + ": " + reason));
        return ConditionEvaluationResult.disabled(reason);
    }
}
