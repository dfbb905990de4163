/** Bringing the past of a source: where its archive is, how much of it, and how far that has come. */
@NullMarked
package app.lede.backfill;

import org.jspecify.annotations.NullMarked;
