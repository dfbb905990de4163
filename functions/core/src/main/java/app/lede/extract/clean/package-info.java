/** Leaves out of a scored article what readers would not miss: pointers to other stories, notices, copies, furniture. */
@NullMarked
package app.lede.extract.clean;

import org.jspecify.annotations.NullMarked;
