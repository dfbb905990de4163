/** Scores the passages of a page: a linear model over sparse features, then boosted trees over the scores around each. */
@NullMarked
package app.lede.extract.score;

import org.jspecify.annotations.NullMarked;
