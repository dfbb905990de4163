/** The function export-articles: writes exports, part by part. */
@NullMarked
package app.lede.exportarticles;

import org.jspecify.annotations.NullMarked;
