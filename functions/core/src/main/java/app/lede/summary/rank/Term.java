package app.lede.summary.rank;

/**
 * A term of a sentence.
 *
 * @param stem the word in lower case, truncated; two characters in scripts without spaces
 * @param content whether it carries meaning: neither a stop word nor very short
 * @param capital whether it is capitalised inside the sentence, as names are
 */
public record Term(String stem, boolean content, boolean capital) {}
