package app.lede.export;

/** Message that starts an export, and that an export sends itself to go on. */
public record ExportJob(ExportId id) {}
