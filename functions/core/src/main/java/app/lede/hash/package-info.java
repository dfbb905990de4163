/** The one way this project writes hashes. */
@NullMarked
package app.lede.hash;

import org.jspecify.annotations.NullMarked;
