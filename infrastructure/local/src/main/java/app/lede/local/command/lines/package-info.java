/** Commands that need no stack: many inputs from files or a list, one JSON line each, in the order of the inputs. */
@NullMarked
package app.lede.local.command.lines;

import org.jspecify.annotations.NullMarked;
