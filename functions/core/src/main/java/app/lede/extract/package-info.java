/** Extracts a document's main text and metadata (headline, authors, dates, language) with a trace. */
@NullMarked
package app.lede.extract;

import org.jspecify.annotations.NullMarked;
