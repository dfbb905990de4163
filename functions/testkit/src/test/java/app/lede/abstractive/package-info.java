/** Tests of model summaries against in-memory ports. */
@NullMarked
package app.lede.abstractive;

import org.jspecify.annotations.NullMarked;
