/** The main text of a document and what is known about it: headline, authors, dates, language, all with a trace. */
@NullMarked
package app.lede.extract;

import org.jspecify.annotations.NullMarked;
