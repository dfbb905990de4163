/** Documents that are zip archives of XML: Word's and e-books, read without inflating more than is needed. */
@NullMarked
package app.lede.document.archive;

import org.jspecify.annotations.NullMarked;
