package app.lede.local.wiring;

import app.lede.aws.CallWatch;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Two watches of the same calls; what the second changes or throws, the first has seen as it was. */
record BothWatches(CallWatch first, CallWatch second) implements CallWatch {

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        first.beforeExecution(context, attributes);
        second.beforeExecution(context, attributes);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest changed = first.modifyRequest(context, attributes);
        return second.modifyRequest(() -> changed, attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        first.beforeTransmission(context, attributes);
        second.beforeTransmission(context, attributes);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        first.afterTransmission(context, attributes);
        second.afterTransmission(context, attributes);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        first.afterExecution(context, attributes);
        second.afterExecution(context, attributes);
    }

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        return first.modifyException(context, attributes);
    }

    @Override
    public S3Presigner watched(S3Presigner presigner) {
        return second.watched(first.watched(presigner));
    }
}
