/** Terminal output: results apart from messages, progress, exit codes, columns. */
@NullMarked
package app.lede.local.command.terminal;

import org.jspecify.annotations.NullMarked;
