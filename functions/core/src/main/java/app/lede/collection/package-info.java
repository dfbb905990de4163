/** Collections: files that hold many documents, taken apart as streams. */
@NullMarked
package app.lede.collection;

import org.jspecify.annotations.NullMarked;
