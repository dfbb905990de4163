package app.lede.aws.dynamodb;

import app.lede.pipeline.PageChecks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Rows {@code host#<host>} / {@code checks#<yyyymmdd>} of the control table, each a count, and one of the same form for all
 * hosts under {@code host#*}. Thread safe.
 */
public final class DynamoCheckBudget implements PageChecks.Budget {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DynamoDbClient client;
    private final ControlTable control;
    private final int overall;

    /** Creates a budget of so many checks a day for all hosts together. */
    public DynamoCheckBudget(DynamoDbClient client, String controlTable, int overall) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.overall = overall;
    }

    @Override
    public boolean take(String host, Instant now) {
        return count(host, PageChecks.MOST_A_DAY, now) && count("*", overall, now);
    }

    private boolean count(String host, int most, Instant now) {
        return control.update("host#" + host, "checks#" + DAY.format(now))
                .count("taken", 1)
                .set(ControlTable.TTL, Attributes.seconds(now.plus(Duration.ofDays(2))))
                .with("most", Attributes.number(most))
                .onlyIf("attribute_not_exists(#taken) OR #taken < :most")
                .isDone(client);
    }
}
