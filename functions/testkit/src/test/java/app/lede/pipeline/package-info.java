/** The steps of the pipeline over ports in memory. */
@NullMarked
package app.lede.pipeline;

import org.jspecify.annotations.NullMarked;
