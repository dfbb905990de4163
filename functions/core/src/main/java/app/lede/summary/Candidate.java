package app.lede.summary;

import java.util.List;

/**
 * A cleaned sentence of the story, ready for ranking.
 *
 * @param order its index among the story's sentences, from 0
 * @param terms the terms of its text, as {@link Terms#of} gives them
 * @param words word count
 * @param caption whether it is a picture caption; chosen last
 * @param brief whether its line has only a few words
 */
record Candidate(Range range, String text, int order, List<String> terms, int words, boolean caption, boolean brief) {}
