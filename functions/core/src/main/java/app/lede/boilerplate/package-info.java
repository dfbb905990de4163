/** Recognises and removes lines that repeat across the articles of a site. */
@NullMarked
package app.lede.boilerplate;

import org.jspecify.annotations.NullMarked;
