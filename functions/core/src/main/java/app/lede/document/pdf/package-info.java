/** Reads PDF: from letters at positions on pages to paragraphs and headings. */
@NullMarked
package app.lede.document.pdf;

import org.jspecify.annotations.NullMarked;
