package app.lede.local.wiring;

import app.lede.aws.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Returns its number of calls or the requested number of letters, or hangs on request, even if interrupted once. */
public final class SlowHandler implements RequestStreamHandler {
    private int calls;

    public SlowHandler(Environment environment) {
        environment.require("CHECKED");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        calls++;
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        if (event.equals("hang")) {
            hang();
        }
        if (event.equals("wear out")) {
            throw new InternalError("worn out");
        }
        if (event.startsWith("large ")) {
            output.write("x".repeat(Integer.parseInt(event.substring(6))).getBytes(StandardCharsets.UTF_8));
            return;
        }
        context.getLogger().log("first line\nsecond line\n");
        output.write((calls + " " + (context.getRemainingTimeInMillis() > 0)).getBytes(StandardCharsets.UTF_8));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException swallowed) {
            // Ignores the interrupt, as careless code does.
        }
    }
}
