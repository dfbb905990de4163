/** Full-text index on Lucene: analysis by language, documents, searches and counts. */
@NullMarked
package app.lede.lucene;

import org.jspecify.annotations.NullMarked;
