/** Removes pointers to other stories, notices, copies and furniture from a scored article. */
@NullMarked
package app.lede.extract.clean;

import org.jspecify.annotations.NullMarked;
