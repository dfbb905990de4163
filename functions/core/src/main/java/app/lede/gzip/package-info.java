/** Inflates gzip within bounds. */
@NullMarked
package app.lede.gzip;

import org.jspecify.annotations.NullMarked;
