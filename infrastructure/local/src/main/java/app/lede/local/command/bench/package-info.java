/** Benchmarks of {@code lede bench}: measured where they run, never asserted. */
@NullMarked
package app.lede.local.command.bench;

import org.jspecify.annotations.NullMarked;
