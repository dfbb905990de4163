/** Cuts a document into passages, each with the elements and regions of the page it stands in. */
@NullMarked
package app.lede.extract.page;

import org.jspecify.annotations.NullMarked;
