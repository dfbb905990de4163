/** Runs inputs through a stack, from upload or feed to outcome, and prints the results. */
@NullMarked
package app.lede.local.command.ingestion;

import org.jspecify.annotations.NullMarked;
