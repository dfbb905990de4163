/** Splits an article into sentences with offsets, separates the story from page furniture, and picks a summary. */
@NullMarked
package app.lede.summary;

import org.jspecify.annotations.NullMarked;
