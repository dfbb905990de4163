/** Reads documents: type and charset detection, and a reader per type. */
@NullMarked
package app.lede.document;

import org.jspecify.annotations.NullMarked;
