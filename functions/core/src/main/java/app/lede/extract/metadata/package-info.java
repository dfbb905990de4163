/** Reads headline, authors, dates and the rest of an article's metadata from what its document declares and shows. */
@NullMarked
package app.lede.extract.metadata;

import org.jspecify.annotations.NullMarked;
