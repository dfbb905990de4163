/** The function poll-source: a poll job to fetch jobs. */
@NullMarked
package app.lede.pollsource;

import org.jspecify.annotations.NullMarked;
