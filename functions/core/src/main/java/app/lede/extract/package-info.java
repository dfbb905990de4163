/** Main text and metadata of a document. */
@NullMarked
package app.lede.extract;

import org.jspecify.annotations.NullMarked;
