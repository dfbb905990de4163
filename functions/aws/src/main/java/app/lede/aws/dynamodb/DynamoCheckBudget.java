package app.lede.aws.dynamodb;

import app.lede.pipeline.PageChecks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Rows {@code host#<host>} / {@code checks#<yyyymmdd>} of the control table, each a count. Thread safe. */
public final class DynamoCheckBudget implements PageChecks.Budget {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoCheckBudget(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public boolean take(String host, Instant now) {
        return control.update("host#" + host, "checks#" + DAY.format(now))
                .count("taken", 1)
                .set(ControlTable.TTL, Attributes.seconds(now.plus(Duration.ofDays(2))))
                .with("most", Attributes.number(PageChecks.MOST_A_DAY))
                .onlyIf("attribute_not_exists(#taken) OR #taken < :most")
                .isDone(client);
    }
}
