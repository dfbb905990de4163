/** Asks a language model for summaries, within the publisher's rights and a monthly budget, and shows those that the text supports. */
@NullMarked
package app.lede.abstractive;

import org.jspecify.annotations.NullMarked;
