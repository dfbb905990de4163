/** Parses feed formats into one model, tolerating malformed input. */
@NullMarked
package app.lede.feed;

import org.jspecify.annotations.NullMarked;
