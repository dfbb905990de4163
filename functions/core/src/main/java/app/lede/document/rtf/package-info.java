/** Reads RTF: from control words to paragraphs. */
@NullMarked
package app.lede.document.rtf;

import org.jspecify.annotations.NullMarked;
