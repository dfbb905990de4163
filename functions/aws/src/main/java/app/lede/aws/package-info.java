/** A function's environment and AWS clients. */
@NullMarked
package app.lede.aws;

import org.jspecify.annotations.NullMarked;
