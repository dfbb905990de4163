/** The subcommands of {@code lede}, one class each. */
@NullMarked
package app.lede.local.command;

import org.jspecify.annotations.NullMarked;
