/** Splits a document into passages, each with its elements and regions of the page. */
@NullMarked
package app.lede.extract.page;

import org.jspecify.annotations.NullMarked;
