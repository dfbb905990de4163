/** From bytes to text or a DOM: what type a document is, in which charset, and how each type is read. */
@NullMarked
package app.lede.document;

import org.jspecify.annotations.NullMarked;
