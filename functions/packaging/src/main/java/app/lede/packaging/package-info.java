/** Writes the zip of a function: libraries without compression of their own, service clients without uncalled operations. */
@NullMarked
package app.lede.packaging;

import org.jspecify.annotations.NullMarked;
