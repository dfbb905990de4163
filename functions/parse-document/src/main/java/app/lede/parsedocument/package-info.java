/** The function parse-document: turns documents into article texts. */
@NullMarked
package app.lede.parsedocument;

import org.jspecify.annotations.NullMarked;
