/** Facts out of an article's text, each with the place that shows it: its language, the countries and blocs it names. */
@NullMarked
package app.lede.enrich;

import org.jspecify.annotations.NullMarked;
