package app.lede.aws.dynamodb;

import app.lede.fetch.HostGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Limits requests per host with a row {@code host#<host>} / {@code gate} in the control table, times in milliseconds.
 *
 * <p>{@code token} holds the slot until {@code leaseUntil}; nobody enters before {@code quietUntil}; {@code tail} is
 * the last time slot reserved for a waiting caller. Entering and reserving are one conditional write each. A reserved
 * slot is at the end of the quiet time, or a gap and {@link HostGate#SLACK} after the current request or the previous slot,
 * assuming short requests; a caller that returns too early gets another slot. Politeness does not depend on
 * reservations.
 */
public final class DynamoHostGate implements HostGate {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);

    private static final String SORT = "gate";
    private static final String TOKEN = "token";
    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String QUIET_UNTIL = "quietUntil";
    private static final String TAIL = "tail";

    private static final String FREE = "(attribute_not_exists(#leaseUntil) OR #leaseUntil <= :now)"
            + " AND (attribute_not_exists(#quietUntil) OR #quietUntil <= :now)";

    private final DynamoDbClient client;
    private final ControlTable control;
    private final Supplier<String> tokens;

    /** Creates a gate for all hosts. */
    public DynamoHostGate(DynamoDbClient client, String controlTable) {
        this(client, controlTable, () -> UUID.randomUUID().toString());
    }

    DynamoHostGate(DynamoDbClient client, String controlTable, Supplier<String> tokens) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.tokens = tokens;
    }

    @Override
    public Admission enter(String host, Duration pause, Instant now) {
        String token = tokens.get();
        ItemUpdate entry = row(host)
                .set(TOKEN, Attributes.text(token))
                .set(LEASE_UNTIL, Attributes.millis(now.plus(LEASE)))
                .set(ControlTable.TTL, Attributes.seconds(now.plus(KEPT)))
                .named(QUIET_UNTIL)
                .with("now", Attributes.millis(now))
                .onlyIf(FREE);
        return switch (entry.send(client)) {
            case ItemUpdate.Result.Done done -> new Admission.Entered(host, token);
            case ItemUpdate.Result.Refused refused -> refused(host, token, pause, refused.item(), now);
        };
    }

    private Admission refused(String host, String token, Duration pause, Map<String, AttributeValue> row, Instant now) {
        // The response to a successful write may be lost, and the client retries.
        if (Attributes.text(token).equals(row.get(TOKEN))) {
            return new Admission.Entered(host, token);
        }
        Duration step = pause.plus(pause.compareTo(HostGate.SLACK) < 0 ? pause : HostGate.SLACK);
        Instant free = latest(now, moment(row, QUIET_UNTIL));
        boolean occupied = latest(now, moment(row, LEASE_UNTIL)).isAfter(now);
        return new Admission.Wait(setAside(host, occupied ? free.plus(step) : free, moment(row, TAIL), step));
    }

    /**
     * Reserves the time slot after the last reserved one, or the first at which the host is free if later; safe under
     * concurrency.
     */
    private Instant setAside(String host, Instant first, @Nullable Instant tail, Duration step) {
        if (tail == null || tail.isBefore(first)) {
            boolean done = row(host)
                    .set(TAIL, Attributes.millis(first))
                    .set(ControlTable.TTL, Attributes.seconds(first.plus(KEPT)))
                    .with("first", Attributes.millis(first))
                    .onlyIf("attribute_not_exists(#tail) OR #tail < :first")
                    .isDone(client);
            if (done) {
                return first;
            }
        }
        ItemUpdate next = row(host)
                .increase(TAIL, step.toMillis())
                .set(
                        ControlTable.TTL,
                        Attributes.seconds(latest(first, tail).plus(step).plus(KEPT)));
        return switch (next.send(client)) {
            case ItemUpdate.Result.Done done ->
                Attributes.ofMillis(Optional.ofNullable(done.item().get(TAIL)).orElseThrow());
            case ItemUpdate.Result.Refused refused ->
                throw new IllegalStateException("an update without a condition was refused");
        };
    }

    @Override
    public void leave(Admission.Entered place, Instant quietUntil) {
        row(place.host())
                .set(QUIET_UNTIL, Attributes.millis(quietUntil))
                .set(ControlTable.TTL, Attributes.seconds(quietUntil.plus(KEPT)))
                .remove(LEASE_UNTIL)
                .remove(TOKEN)
                .with("mine", Attributes.text(place.token()))
                .onlyIf("#token = :mine")
                .isDone(client);
    }

    /**
     * Admits nobody before a time, whatever was said before; a time that has passed ends a pause. A request under way loses its
     * slot, so that its end does not shorten the pause, and reserved slots are given up.
     *
     * @param host as in {@link app.lede.fetch.HostGaps#host}
     */
    public void quiet(String host, Instant until) {
        row(host)
                .set(QUIET_UNTIL, Attributes.millis(until))
                .set(ControlTable.TTL, Attributes.seconds(until.plus(KEPT)))
                .remove(LEASE_UNTIL)
                .remove(TOKEN)
                .remove(TAIL)
                .send(client);
    }

    private ItemUpdate row(String host) {
        return control.update("host#" + host, SORT);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable Instant moment(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        return value == null ? null : Attributes.ofMillis(value);
    }
}
