package app.lede.local.wiring;

import app.lede.local.calls.CallLedger;
import app.lede.local.template.Function;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lambda context of one call: logs to one stream, each line prefixed with the function's name; remaining time is real.
 */
final class Invocation implements Context {
    private final Function function;
    private final PrintStream log;
    private final CallLedger ledger;
    private final String requestId = UUID.randomUUID().toString();
    private final long deadline;

    Invocation(Function function, PrintStream log, CallLedger ledger) {
        this.function = function;
        this.log = log;
        this.ledger = ledger;
        this.deadline =
                System.nanoTime() + Duration.ofSeconds(function.timeout()).toNanos();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                message.lines().forEach(line -> {
                    ledger.logged(function.name(), line);
                    log.println(function.name() + ": " + line);
                });
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.name();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return PhysicalNames.arn(function);
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memory();
    }
}
