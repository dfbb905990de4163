/** The function query-articles: every reading route of the API. */
@NullMarked
package app.lede.queryarticles;

import org.jspecify.annotations.NullMarked;
