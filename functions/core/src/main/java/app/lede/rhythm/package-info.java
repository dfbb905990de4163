/** The publication rhythm of a source, learned from its arrivals, and the silences that are out of it. */
@NullMarked
package app.lede.rhythm;

import org.jspecify.annotations.NullMarked;
