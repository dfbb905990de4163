/** End-to-end tests of the product, wired by its template. */
@NullMarked
package app.lede;

import org.jspecify.annotations.NullMarked;
