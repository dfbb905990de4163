/** The way of documents and feeds through a running stack, from input to named outcome, and how it is shown. */
@NullMarked
package app.lede.local.command.journey;

import org.jspecify.annotations.NullMarked;
