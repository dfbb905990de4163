/** Trains the weights of the summary ranker from news articles with reference summaries, and measures them. */
@NullMarked
package app.lede.benchmarks.ranker;

import org.jspecify.annotations.NullMarked;
