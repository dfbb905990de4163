/** Tests of exports against in-memory ports. */
@NullMarked
package app.lede.export;

import org.jspecify.annotations.NullMarked;
