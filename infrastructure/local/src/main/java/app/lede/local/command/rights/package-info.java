/** Usage rights of one page or document, explained at the terminal. */
@NullMarked
package app.lede.local.command.rights;

import org.jspecify.annotations.NullMarked;
