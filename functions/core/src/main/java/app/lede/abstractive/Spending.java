package app.lede.abstractive;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Counts what models cost, by calendar month (UTC), in millionths of a US dollar. The most that a call may cost is reserved
 * before it and settled after it, so that calls at the same moment can't exceed the limit together. A reservation that is never
 * settled stays: the call may have been charged. Thread safe.
 */
public interface Spending {

    /** Reserves an amount; false if what is spent and reserved would exceed the limit. */
    boolean reserve(YearMonth month, long amount, long limit);

    /** Replaces a reservation by what the call cost. */
    void settle(YearMonth month, long reserved, Call call);

    /** Returns what is spent and reserved in a month. */
    long total(YearMonth month);

    /** Returns the month's costs; zeros if nothing was asked. */
    MonthCosts costs(YearMonth month);

    /**
     * A call that was charged.
     *
     * @param sourceId null for uploads
     * @param cost in millionths of a dollar
     */
    record Call(@Nullable String sourceId, long cost) {

        /** A call that was not charged; it is not counted. */
        public static final Call NONE = new Call(null, 0);
    }
}
