package app.lede.enrich;

/** One occurrence of a mentioned country or bloc in a text. */
public record Occurrence(Mention mention, Span span) {}
