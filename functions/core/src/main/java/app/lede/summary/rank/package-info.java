/**
 * Ranks the sentences of a story and selects those that summarise it within a budget of words.
 *
 * <p>Sentences that share nothing with the rest of the story are left out first ({@link app.lede.summary.rank.Topicality}); a small
 * network values each remaining sentence, and the best set within the budget is selected. The weights are a resource, trained by
 * {@code benchmarks train-summaries}.
 */
@NullMarked
package app.lede.summary.rank;

import org.jspecify.annotations.NullMarked;
