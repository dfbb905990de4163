/** The manifest of a search index in segments: which segments make up the index, how they are committed and merged. */
@NullMarked
package app.lede.search.segments;

import org.jspecify.annotations.NullMarked;
