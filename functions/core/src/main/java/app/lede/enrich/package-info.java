/** Facts out of text: language, countries, blocs. */
@NullMarked
package app.lede.enrich;

import org.jspecify.annotations.NullMarked;
