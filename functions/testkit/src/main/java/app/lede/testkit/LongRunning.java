package app.lede.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Leaves a test to CI, which sets the system property {@code long}: it costs more than some seconds of processor time. {@code mvn
 * verify -Dlong=true} runs it too; otherwise the build names it as skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "long",
        matches = "true",
        disabledReason = "takes long; run by CI, or with -Dlong=true")
public @interface LongRunning {}
