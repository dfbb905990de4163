/** Benchmarks of the extractor: warm beside a peer, and cold on the first page of a fresh JVM. */
@NullMarked
package app.lede.benchmarks;

import org.jspecify.annotations.NullMarked;
