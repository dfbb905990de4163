package app.lede.local.command.costs;

/** An item of the bill. */
enum Item {
    LAMBDA_REQUESTS("lambdaRequests"),
    LAMBDA_GB_SECONDS("lambdaGbSeconds"),
    DYNAMODB_WRITE_UNITS("dynamodbWriteUnits"),
    DYNAMODB_READ_UNITS("dynamodbReadUnits"),
    S3_WRITES("s3Writes"),
    S3_READS("s3Reads"),
    S3_STORED_GB("s3StoredGb"),
    SQS_REQUESTS("sqsRequests"),
    SNS_PUBLISHES("snsPublishes"),
    API_REQUESTS("apiRequests"),
    SCHEDULER_TICKS("schedulerTicks"),
    LOG_GB("logGb"),
    CUSTOM_METRICS("customMetrics"),
    ALARM_METRICS("alarmMetrics"),
    SECRETS("secrets"),
    SECRET_READS("secretReads");

    private final String key;

    Item(String key) {
        this.key = key;
    }

    /** Returns its name in the price list and in JSON. */
    String key() {
        return key;
    }
}
