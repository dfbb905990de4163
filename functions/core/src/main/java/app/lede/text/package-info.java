/** Counting and comparing words the same way in every script. */
@NullMarked
package app.lede.text;

import org.jspecify.annotations.NullMarked;
