package app.lede.summary;

/**
 * A cleaned sentence of the story, ready for ranking.
 *
 * @param order its index among the story's sentences, from 0
 * @param words word count
 * @param caption whether it is a picture caption; chosen last
 * @param brief whether its line has only a few words
 */
record Candidate(Range range, String text, int order, int words, boolean caption, boolean brief) {}
