/** Counts what articles cost on the local stack, and works out the bill of a volume. */
@NullMarked
package app.lede.local.command.costs;

import org.jspecify.annotations.NullMarked;
