/** The function query-articles: the reading routes of the API. */
@NullMarked
package app.lede.queryarticles;

import org.jspecify.annotations.NullMarked;
