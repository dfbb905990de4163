package app.lede.local.wiring;

import app.lede.local.wiring.FailingCall.Failure;
import app.lede.local.wiring.PathsFixture.Place;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Goes along each path of a {@link PathsFixture} again, each time with one AWS call that fails; the path ends as without. One call for
 * each kind of failure, or each N-th with {@code -Dlede.everyCall=N}.
 */
final class EachCallFails implements InvocationInterceptor {

    private static final int STEP = Integer.getInteger("lede.everyCall", Integer.MAX_VALUE);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> path, ExtensionContext context)
            throws Throwable {
        invocation.proceed();
        PathsFixture fixture = (PathsFixture) path.getTarget().orElseThrow();
        List<Place> places = fixture.places();
        for (Failure failure : Failure.values()) {
            // Each failure of each path begins at another call.
            int first = Math.floorMod(
                    31 * path.getExecutable().getName().hashCode()
                            + failure.name().hashCode(),
                    Math.min(STEP, places.size()));
            for (long index = first; index < places.size(); index += STEP) {
                Place place = places.get((int) index);
                fixture.beginAgain(place, failure);
                try {
                    var unused = ReflectionSupport.invokeMethod(path.getExecutable(), fixture);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(failure + " " + place + ": " + e.getMessage(), e);
                }
                System.out.println(context.getDisplayName() + ": " + failure + " " + place);
            }
        }
    }
}
