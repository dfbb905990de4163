/** What the pages of one site say again and again, and what of an article is its own. */
@NullMarked
package app.lede.boilerplate;

import org.jspecify.annotations.NullMarked;
