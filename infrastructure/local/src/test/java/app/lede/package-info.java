/** The whole product, from feed and upload to article, through the wiring of its template. */
@NullMarked
package app.lede;

import org.jspecify.annotations.NullMarked;
