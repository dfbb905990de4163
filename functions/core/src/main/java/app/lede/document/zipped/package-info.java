/** Reads documents that are zip archives of XML: DOCX and EPUB. */
@NullMarked
package app.lede.document.zipped;

import org.jspecify.annotations.NullMarked;
