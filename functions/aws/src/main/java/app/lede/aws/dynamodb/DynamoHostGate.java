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
 * slot is at the end of the quiet time, or a gap and {@link HostGate#SLACK} after the begin of the current request or the
 * previous slot, assuming short requests; a caller that returns too early gets another slot. Politeness does not depend on
 * these slots.
 */
public final class DynamoHostGate implements HostGate {

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
        Admission.Entered place = new Admission.Entered(host, tokens.get(), now.plus(HostGate.reservation(pause)));
        ItemUpdate entry = row(host)
                .set(TOKEN, Attributes.text(place.token()))
                .set(LEASE_UNTIL, Attributes.millis(place.until()))
                .set(ControlTable.TTL, Attributes.seconds(now.plus(KEPT)))
                .named(QUIET_UNTIL)
                .with("now", Attributes.millis(now))
                .onlyIf(FREE);
        return switch (entry.send(client)) {
            case ItemUpdate.Result.Done done -> place;
            case ItemUpdate.Result.Refused refused -> refused(place, pause, refused.item(), now);
        };
    }

    private Admission refused(Admission.Entered place, Duration pause, Map<String, AttributeValue> row, Instant now) {
        // The response to a successful write may be lost, and the client retries.
        if (Attributes.text(place.token()).equals(row.get(TOKEN))) {
            return place;
        }
        Duration step = HostGate.step(pause);
        Instant free = latest(now, moment(row, QUIET_UNTIL));
        Instant lease = latest(now, moment(row, LEASE_UNTIL));
        Instant first = lease.isAfter(now) ? latest(free, HostGate.behind(lease, pause, now)) : free;
        return new Admission.Wait(setAside(place.host(), first, moment(row, TAIL), step));
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
    public boolean extend(Admission.Entered place, Instant now) {
        return row(place.host())
                .set(LEASE_UNTIL, Attributes.millis(now.plus(HostGate.LEASE)))
                .named(TOKEN)
                .with("mine", Attributes.text(place.token()))
                .onlyIf("#token = :mine")
                .isDone(client);
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
