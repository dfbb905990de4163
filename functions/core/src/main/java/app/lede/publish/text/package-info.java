/** Texts of articles in formats for readers. */
@NullMarked
package app.lede.publish.text;

import org.jspecify.annotations.NullMarked;
