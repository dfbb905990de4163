/** Reads article data from a page's scripts: JSON-LD and embedded application state. */
@NullMarked
package app.lede.extract.script;

import org.jspecify.annotations.NullMarked;
