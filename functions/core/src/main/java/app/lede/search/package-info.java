/** Queries for articles: filters, pages and cursors. */
@NullMarked
package app.lede.search;

import org.jspecify.annotations.NullMarked;
