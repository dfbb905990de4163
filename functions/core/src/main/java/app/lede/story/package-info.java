/** Copies of texts and stories: which articles tell the same event, who had a text first, and how many voices there are. */
@NullMarked
package app.lede.story;

import org.jspecify.annotations.NullMarked;
