/** Reads headline, authors, dates and other metadata from a document's declarations and visible text. */
@NullMarked
package app.lede.extract.metadata;

import org.jspecify.annotations.NullMarked;
