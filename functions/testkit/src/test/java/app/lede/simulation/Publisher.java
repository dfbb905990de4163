package app.lede.simulation;

import java.time.Instant;
import java.util.Arrays;

/**
 * A feed and its history: what it publishes is settled before anybody asks, so that two pollers meet the same world.
 *
 * @param address the path it is known by; {@link #movedTo()} where it has moved
 * @param published epoch seconds of its entries, ascending, beginning before the simulation does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Publisher(int number, String host, String address, Trouble trouble, Instant since, long[] published) {

    /** How many entries its feed shows. */
    static final int WINDOW = 15;

    private static final int OUTAGE = 6 * 3_600;

    /** What goes wrong, from a moment on. */
    enum Trouble {
        NONE,
        /** The name has no address any more. */
        NO_ADDRESS,
        /** 404 for ever. */
        MISSING,
        /** 410. */
        GONE,
        /** 301 to another address. */
        MOVED,
        /** In a third of all quarters of a day, 503 with or without a Retry-After. */
        OVERLOADED,
        /** Now and then 429 with a Retry-After of an hour. */
        STRICT
    }

    String movedTo() {
        return address + "/new";
    }

    /** How many entries there are at a moment. */
    int entries(Instant now) {
        int place = Arrays.binarySearch(published, now.getEpochSecond());
        return place < 0 ? -place - 1 : place + 1;
    }

    /** Whether its trouble shows at a moment. */
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

    /** Whether an answer would carry the feed. */
    boolean delivers(Instant now) {
        return trouble == Trouble.MOVED || !isTroubled(now);
    }
}
