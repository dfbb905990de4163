/** Feed formats: from the bytes a publisher sent to one model of a feed, whatever the dialect and however broken. */
@NullMarked
package app.lede.feed;

import org.jspecify.annotations.NullMarked;
