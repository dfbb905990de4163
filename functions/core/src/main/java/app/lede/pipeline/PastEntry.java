package app.lede.pipeline;

/**
 * Entry of a source's past, ready to be sent. Its content is an object of its own, where the deletion of its article finds it.
 *
 * @param state of the entry, as the ledger keeps it
 */
record PastEntry(FetchJob job, String state) {}
