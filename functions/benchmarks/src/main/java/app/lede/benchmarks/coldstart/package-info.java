/** Cold starts of the deployed zips under the Lambda runtime interface client. */
@NullMarked
package app.lede.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
