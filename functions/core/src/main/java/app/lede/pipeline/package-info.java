/** The story in order: one class per step from a schedule's tick to a stored article. */
@NullMarked
package app.lede.pipeline;

import org.jspecify.annotations.NullMarked;
