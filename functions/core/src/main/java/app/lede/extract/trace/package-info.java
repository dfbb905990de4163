/** Traces the extraction of an article: the passages kept and dropped, with the evidence for each. */
@NullMarked
package app.lede.extract.trace;

import org.jspecify.annotations.NullMarked;
