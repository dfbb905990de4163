/** Reads documents that are zip archives of XML: DOCX and EPUB. */
@NullMarked
package app.lede.document.archive;

import org.jspecify.annotations.NullMarked;
