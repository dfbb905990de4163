/** Analysis of text by language: what readers expect to find, where Lucene's own analysers part words or join them wrongly. */
@NullMarked
package app.lede.lucene.analysis;

import org.jspecify.annotations.NullMarked;
