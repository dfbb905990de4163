/** Recognises the lines that sites put around their articles, by the words they begin with. */
@NullMarked
package app.lede.furniture;

import org.jspecify.annotations.NullMarked;
