/** Tests of the pipeline's steps over in-memory ports. */
@NullMarked
package app.lede.pipeline;

import org.jspecify.annotations.NullMarked;
