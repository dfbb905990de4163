package app.lede.local.command.costs;

import java.util.Map;

/**
 * Usage of the local stack by a workload.
 *
 * @param articles stored
 * @param calls of one article, with its share of a poll, by function and action
 * @param article used by one article, from its feed entry to the index
 * @param poll used by one poll that finds nothing new
 * @param check used by one later look at a stored page, of which each has up to four
 * @param query used by one request to the API
 * @param ticks used by one tick of each scheduled function, by name
 * @param fixed used each month whatever the volume: alarms, secrets and metrics
 */
record Counted(
        long articles,
        Map<String, Double> calls,
        Usage article,
        Usage poll,
        Usage check,
        Usage query,
        Map<String, Usage> ticks,
        Usage fixed) {

    Counted {
        calls = Map.copyOf(calls);
        ticks = Map.copyOf(ticks);
    }
}
