/** Hashes in the project's encodings. */
@NullMarked
package app.lede.hash;

import org.jspecify.annotations.NullMarked;
