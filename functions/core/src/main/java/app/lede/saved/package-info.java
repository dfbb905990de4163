/** Saved searches, each with a feed of its own. */
@NullMarked
package app.lede.saved;

import org.jspecify.annotations.NullMarked;
