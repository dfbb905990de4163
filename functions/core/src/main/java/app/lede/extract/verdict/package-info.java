/** Decides whether a page is an article at all. */
@NullMarked
package app.lede.extract.verdict;

import org.jspecify.annotations.NullMarked;
