/** Loads a whole local stack with a made-up press: {@code lede bench load} and {@code lede bench soak}. */
@NullMarked
package app.lede.local.command.bench.load;

import org.jspecify.annotations.NullMarked;
