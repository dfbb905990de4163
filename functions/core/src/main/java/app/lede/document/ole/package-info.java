/** Reads files in OLE containers: texts of Word 97 to 2003 (.doc) and mails of Outlook (.msg). */
@NullMarked
package app.lede.document.ole;

import org.jspecify.annotations.NullMarked;
