package app.lede.bedrock;

import app.lede.abstractive.ModelAnswer;
import app.lede.abstractive.ModelAnswer.Lost;
import app.lede.abstractive.ModelAnswer.Unpaid;
import app.lede.abstractive.Reason;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;

/** Names the failures of a call, and whether it may be charged. */
final class Failures {

    private static final int SERVER_ERROR = 500;

    private Failures() {}

    static ModelAnswer of(SdkException failure) {
        return switch (failure) {
            case ModelTimeoutException ignored -> new Lost(Reason.MODEL_TIMEOUT);
            case ModelErrorException ignored -> new Unpaid(Reason.MODEL_ERROR);
            case ServiceQuotaExceededException ignored -> new Unpaid(Reason.THROTTLED);
            case ApiCallTimeoutException ignored -> new Lost(Reason.MODEL_TIMEOUT);
            case ApiCallAttemptTimeoutException ignored -> new Lost(Reason.MODEL_TIMEOUT);
            case BedrockRuntimeException e -> service(e);
            default -> transport(failure);
        };
    }

    private static ModelAnswer service(BedrockRuntimeException failure) {
        if (failure.isThrottlingException()) {
            return new Unpaid(Reason.THROTTLED);
        }
        return new Unpaid(failure.statusCode() >= SERVER_ERROR ? Reason.UNAVAILABLE : Reason.MISCONFIGURED);
    }

    /** Tells a call that never left from one whose answer did not arrive or can't be read. */
    private static ModelAnswer transport(SdkException failure) {
        if (has(failure, ConnectException.class) || has(failure, UnknownHostException.class)) {
            return new Unpaid(Reason.UNAVAILABLE);
        }
        return new Lost(has(failure, SocketTimeoutException.class) ? Reason.MODEL_TIMEOUT : Reason.UNAVAILABLE);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(type::isInstance);
    }
}
