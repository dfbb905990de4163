/** Articles: identity, revisions, precedence, and the stores of items and texts. */
@NullMarked
package app.lede.article;

import org.jspecify.annotations.NullMarked;
