/** The function poll-source: turns poll jobs into fetch jobs. */
@NullMarked
package app.lede.pollsource;

import org.jspecify.annotations.NullMarked;
