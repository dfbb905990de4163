/** Reads what a page's scripts hold of its article: JSON-LD and the data of programs. */
@NullMarked
package app.lede.extract.script;

import org.jspecify.annotations.NullMarked;
