package app.lede.enrich;

public record Span(int start, int end) {}
