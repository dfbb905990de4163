/** Reads mails and saved web pages (EML, MHTML). */
@NullMarked
package app.lede.document.mail;

import org.jspecify.annotations.NullMarked;
