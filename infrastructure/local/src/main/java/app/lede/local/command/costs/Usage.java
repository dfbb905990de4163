package app.lede.local.command.costs;

import app.lede.local.calls.CallLedger;
import app.lede.local.calls.CallLedger.Count;
import java.util.EnumMap;
import java.util.Map;

/**
 * Amounts that are billed.
 *
 * @param amounts by item, in the item's own unit: requests, units, GB-seconds, GB
 */
record Usage(Map<Item, Double> amounts) {
    private static final double GB = 1 << 30;
    private static final double MB_PER_GB = 1024;
    private static final double MILLIS_PER_SECOND = 1000;

    static final Usage NOTHING = new Usage(Map.of());

    Usage {
        amounts = Map.copyOf(amounts);
    }

    static Usage of(Item item, double amount) {
        return new Usage(Map.of(item, amount));
    }

    double of(Item item) {
        return amounts.getOrDefault(item, 0.0);
    }

    Usage plus(Usage other) {
        Map<Item, Double> sums = new EnumMap<>(Item.class);
        sums.putAll(amounts);
        other.amounts.forEach((item, amount) -> sums.merge(item, amount, Double::sum));
        return new Usage(sums);
    }

    Usage times(double factor) {
        Map<Item, Double> products = new EnumMap<>(Item.class);
        amounts.forEach((item, amount) -> products.put(item, amount * factor));
        return new Usage(products);
    }

    /** Returns what one kind of call is billed. */
    static Usage of(CallLedger.Line line) {
        double requests = line.of(Count.REQUESTS);
        Usage units =
                of(Item.DYNAMODB_READ_UNITS, line.readUnits()).plus(of(Item.DYNAMODB_WRITE_UNITS, line.writeUnits()));
        return switch (line.call().action()) {
            case "s3:PutObject" ->
                of(Item.S3_WRITES, requests).plus(of(Item.S3_STORED_GB, line.of(Count.BYTES_SENT) / GB));
            case "s3:ListBucket", "s3:ListBucketVersions" -> of(Item.S3_WRITES, requests);
            case "s3:GetObject", "s3:GetObjectVersion" -> of(Item.S3_READS, requests);
            case "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage" -> of(Item.SQS_REQUESTS, requests);
            case "sns:Publish" -> of(Item.SNS_PUBLISHES, requests);
            case "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds" ->
                of(Item.SECRET_READS, requests);
            default -> units;
        };
    }

    /**
     * Returns what a function's invocations are billed.
     *
     * @param memory in MB
     */
    static Usage of(CallLedger.Invocations runs, int memory) {
        return of(Item.LAMBDA_REQUESTS, (double) runs.number())
                .plus(of(Item.LAMBDA_GB_SECONDS, runs.millis() / MILLIS_PER_SECOND * memory / MB_PER_GB))
                .plus(of(Item.LOG_GB, runs.logBytes() / GB));
    }
}
