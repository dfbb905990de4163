/** The lede of an article: its sentences with their offsets, which lines are not the story, and which sentences carry it. */
@NullMarked
package app.lede.summary;

import org.jspecify.annotations.NullMarked;
