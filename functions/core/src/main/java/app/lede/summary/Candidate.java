package app.lede.summary;

import app.lede.summary.rank.Passage;

/**
 * A cleaned sentence of the story, ready for ranking.
 *
 * @param range its position in the text
 * @param passage its text and terms
 */
public record Candidate(Range range, Passage passage) {}
