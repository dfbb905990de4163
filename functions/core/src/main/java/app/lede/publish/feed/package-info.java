/** Writers of feeds: JSON Feed 1.1, Atom and RSS 2.0. */
@NullMarked
package app.lede.publish.feed;

import org.jspecify.annotations.NullMarked;
