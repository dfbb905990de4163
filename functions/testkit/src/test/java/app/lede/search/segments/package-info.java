/** Tests of commits over an in-memory store. */
@NullMarked
package app.lede.search.segments;

import org.jspecify.annotations.NullMarked;
