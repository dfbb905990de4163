package app.lede.summary;

/**
 * A sentence of the story, cleaned and ready to be ranked.
 *
 * @param order its place among the story's sentences, from 0
 * @param words as a reader counts them
 * @param caption describes a picture; the last to be chosen
 * @param brief its whole line is a few words
 */
record Candidate(Range range, String text, int order, int words, boolean caption, boolean brief) {}
