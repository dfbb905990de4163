/** Asking the web politely and safely: which URLs are the same, which addresses are out of bounds, what an answer means. */
@NullMarked
package app.lede.fetch;

import org.jspecify.annotations.NullMarked;
