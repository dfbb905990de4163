/** Runs inputs through a stack, from upload or feed to outcome, and prints the results. */
@NullMarked
package app.lede.local.command.journey;

import org.jspecify.annotations.NullMarked;
