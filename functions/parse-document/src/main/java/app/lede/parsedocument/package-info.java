/** The function parse-document: a document to the text of an article. */
@NullMarked
package app.lede.parsedocument;

import org.jspecify.annotations.NullMarked;
