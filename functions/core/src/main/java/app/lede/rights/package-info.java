/** Usage rights: the publisher's signals, read by one table per standard and resolved into one verdict per use. */
@NullMarked
package app.lede.rights;

import org.jspecify.annotations.NullMarked;
