package app.lede.local.wiring;

import app.lede.aws.CallWatch;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Tells a test of each request of a function before it is sent, and of those that were answered. */
record AroundCalls(Consumer<SdkRequest> before, Consumer<SdkRequest> after) implements CallWatch {

    /** Returns a watch that tells of requests beside another. */
    static CallWatch before(Consumer<SdkRequest> before, CallWatch other) {
        return new BothWatches(new AroundCalls(before, request -> {}), other);
    }

    /** Returns the same of answered requests. */
    static CallWatch after(Consumer<SdkRequest> after, CallWatch other) {
        return new BothWatches(new AroundCalls(request -> {}, after), other);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        before.accept(context.request());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        after.accept(context.request());
    }

    @Override
    public S3Presigner watched(S3Presigner presigner) {
        return presigner;
    }
}
