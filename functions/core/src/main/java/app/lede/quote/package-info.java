/** Quote check: whether a text says the words of a quote, word for word, changed, no longer, or never. */
@NullMarked
package app.lede.quote;

import org.jspecify.annotations.NullMarked;
