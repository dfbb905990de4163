/** Tests of lists against in-memory ports. */
@NullMarked
package app.lede.api;

import org.jspecify.annotations.NullMarked;
