/** Checks summaries against their article: each sentence must be supported by passages of the text, word by word and figure by figure. */
@NullMarked
package app.lede.grounding;

import org.jspecify.annotations.NullMarked;
