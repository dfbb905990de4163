/** A search index kept as immutable Lucene segments in an object store: written, opened, searched and merged. */
@NullMarked
package app.lede.lucene.segments;

import org.jspecify.annotations.NullMarked;
