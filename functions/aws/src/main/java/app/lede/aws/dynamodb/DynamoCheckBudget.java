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
 * hosts under {@code host#*}. A process takes a hundredth of the checks of all hosts at once, at most {@value #MOST_AT_ONCE}, so
 * that most checks write one row; what it does not use is lost. Thread safe.
 */
public final class DynamoCheckBudget implements PageChecks.Budget {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String ALL = "*";
    private static final int MOST_AT_ONCE = 20;

    private final DynamoDbClient client;
    private final ControlTable control;
    private final int overall;
    private final int atOnce;
    private String day = "";
    private int taken;
    private boolean nearlyOver;

    /** Creates a budget of so many checks a day for all hosts together. */
    public DynamoCheckBudget(DynamoDbClient client, String controlTable, int overall) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.overall = overall;
        this.atOnce = Math.clamp(overall / 1_000, 1, MOST_AT_ONCE);
    }

    @Override
    public boolean take(String host, Instant now) {
        return count(host, 1, PageChecks.MOST_A_DAY, now) && ofAll(now);
    }

    private synchronized boolean ofAll(Instant now) {
        if (!day.equals(DAY.format(now))) {
            day = DAY.format(now);
            taken = 0;
            nearlyOver = atOnce == 1;
        }
        if (taken == 0 && !nearlyOver) {
            nearlyOver = !count(ALL, atOnce, overall, now);
            taken = nearlyOver ? 0 : atOnce;
        }
        if (taken == 0) {
            return count(ALL, 1, overall, now);
        }
        taken--;
        return true;
    }

    private boolean count(String host, int checks, int most, Instant now) {
        return control.update("host#" + host, "checks#" + DAY.format(now))
                .count("taken", checks)
                .set(ControlTable.TTL, Attributes.seconds(now.plus(Duration.ofDays(2))))
                .with("most", Attributes.number(most - checks))
                .onlyIf("attribute_not_exists(#taken) OR #taken <= :most")
                .isDone(client);
    }
}
