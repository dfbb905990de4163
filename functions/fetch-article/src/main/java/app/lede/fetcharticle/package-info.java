/** The function fetch-article: a fetch job to a document. */
@NullMarked
package app.lede.fetcharticle;

import org.jspecify.annotations.NullMarked;
