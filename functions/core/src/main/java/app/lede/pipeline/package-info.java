/** The pipeline's steps, one class each, from a schedule's tick to a stored article. */
@NullMarked
package app.lede.pipeline;

import org.jspecify.annotations.NullMarked;
