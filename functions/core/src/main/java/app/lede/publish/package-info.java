/** Representations of articles for people and programs, apart from the form in which they are stored. */
@NullMarked
package app.lede.publish;

import org.jspecify.annotations.NullMarked;
