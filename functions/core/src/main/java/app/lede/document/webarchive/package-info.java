/** Reads pages saved by Safari: the main resource of a property list. */
@NullMarked
package app.lede.document.webarchive;

import org.jspecify.annotations.NullMarked;
