/** The function compact-index: merges segments of the search index and deletes unused ones. */
@NullMarked
package app.lede.compactindex;

import org.jspecify.annotations.NullMarked;
