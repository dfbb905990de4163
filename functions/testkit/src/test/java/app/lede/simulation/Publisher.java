package app.lede.simulation;

import java.time.Instant;
import java.util.Arrays;

/**
 * A feed and its history, fixed in advance so that all pollers meet the same publisher.
 *
 * @param address its path; {@link #movedTo()} once it has moved
 * @param published epoch seconds of its entries, ascending, beginning before the simulation does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Publisher(int number, String host, String address, Trouble trouble, Instant since, long[] published) {

    /** Number of entries in its feed. */
    static final int WINDOW = 15;

    private static final int OUTAGE = 6 * 3_600;

    /** A failure from some time on. */
    enum Trouble {
        NONE,
        /** The name no longer resolves. */
        NO_ADDRESS,
        /** 404 permanently. */
        MISSING,
        /** 410. */
        GONE,
        /** 301 to another address. */
        MOVED,
        /** 503 with or without Retry-After, in a third of all six-hour periods. */
        OVERLOADED,
        /** 429 with a Retry-After of an hour, occasionally. */
        STRICT
    }

    String movedTo() {
        return address + "/new";
    }

    /** Returns the number of entries at a given time. */
    int entries(Instant now) {
        int place = Arrays.binarySearch(published, now.getEpochSecond());
        return place < 0 ? -place - 1 : place + 1;
    }

    /** Tests whether the failure is active at a given time. */
    boolean isTroubled(Instant now) {
        if (now.isBefore(since)) {
            return false;
        }
        long window = now.getEpochSecond() / OUTAGE;
        return switch (trouble) {
            case NONE -> false;
            case NO_ADDRESS, MISSING, GONE, MOVED -> true;
            case OVERLOADED -> Math.floorMod(window * 31 + number, 3) == 0;
            case STRICT -> Math.floorMod(window * 7 + number, 11) == 0;
        };
    }

    /** Tests whether a response would carry the feed. */
    boolean delivers(Instant now) {
        return trouble == Trouble.MOVED || !isTroubled(now);
    }
}
