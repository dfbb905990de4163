/** Extracts facts from an article's text, with their spans: its language, and the countries and blocs it mentions. */
@NullMarked
package app.lede.enrich;

import org.jspecify.annotations.NullMarked;
