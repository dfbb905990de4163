/** Typed differences between two revisions of an article. */
@NullMarked
package app.lede.edit;

import org.jspecify.annotations.NullMarked;
