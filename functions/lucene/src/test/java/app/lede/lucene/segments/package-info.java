/** Tests of indexes in segments. */
@NullMarked
package app.lede.lucene.segments;

import org.jspecify.annotations.NullMarked;
