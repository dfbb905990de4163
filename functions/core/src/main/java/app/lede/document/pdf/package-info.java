/** PDF: from letters at places on pages to paragraphs and headings. */
@NullMarked
package app.lede.document.pdf;

import org.jspecify.annotations.NullMarked;
