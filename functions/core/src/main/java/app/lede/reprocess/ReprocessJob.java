package app.lede.reprocess;

/** Message that starts a run, and that a run sends itself to go on. */
public record ReprocessJob(String id) {}
