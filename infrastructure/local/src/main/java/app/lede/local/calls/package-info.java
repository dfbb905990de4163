/** Counts the AWS calls of each function, and refuses those that its role does not allow. */
@NullMarked
package app.lede.local.calls;

import org.jspecify.annotations.NullMarked;
