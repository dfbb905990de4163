package app.lede.aws;

import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Watches the calls of a function's AWS clients, as the local stack does. Implementations are thread safe. */
public interface CallWatch extends ExecutionInterceptor {

    /** Returns a presigner that also reports what it signs: a signed request is later sent with the function's rights. */
    S3Presigner watched(S3Presigner presigner);
}
