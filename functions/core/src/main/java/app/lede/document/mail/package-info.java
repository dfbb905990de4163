/** Documents in the format of mail: messages, and pages saved with their parts. */
@NullMarked
package app.lede.document.mail;

import org.jspecify.annotations.NullMarked;
