/** Exports of articles with their texts, as files by day of arrival. */
@NullMarked
package app.lede.export;

import org.jspecify.annotations.NullMarked;
