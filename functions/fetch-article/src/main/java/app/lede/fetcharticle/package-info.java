/** The function fetch-article: turns fetch jobs into documents. */
@NullMarked
package app.lede.fetcharticle;

import org.jspecify.annotations.NullMarked;
