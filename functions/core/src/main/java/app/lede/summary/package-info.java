/** The lede: sentences taken verbatim from the text. */
@NullMarked
package app.lede.summary;

import org.jspecify.annotations.NullMarked;
