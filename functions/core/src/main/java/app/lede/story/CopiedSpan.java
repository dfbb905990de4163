package app.lede.story;

import app.lede.enrich.Span;

/**
 * A passage that stands in two texts, word for word.
 *
 * @param copy its place in the copy, in code points
 * @param source its place in the earlier text, in code points
 */
public record CopiedSpan(Span copy, Span source) {}
