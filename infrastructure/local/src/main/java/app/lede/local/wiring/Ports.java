package app.lede.local.wiring;

import app.lede.local.engine.Engines;
import java.util.OptionalInt;

/** The ports of a stack, 0 for free ones. */
record Ports(int api, int secrets, int topics, Engines.Ports engines) {

    /** Returns six ports from the given one: API, S3, DynamoDB, SQS, Secrets Manager, SNS. */
    static Ports from(OptionalInt first) {
        if (first.isEmpty()) {
            return new Ports(0, 0, 0, new Engines.Ports(0, 0, 0));
        }
        int port = first.getAsInt();
        return new Ports(port, port + 4, port + 5, new Engines.Ports(port + 1, port + 2, port + 3));
    }
}
