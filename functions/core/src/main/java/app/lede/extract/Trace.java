package app.lede.extract;

public record Trace() {}
