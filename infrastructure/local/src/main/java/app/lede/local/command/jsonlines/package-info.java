/** Commands without a stack: inputs from files or a list, one JSON line each, in input order. */
@NullMarked
package app.lede.local.command.jsonlines;

import org.jspecify.annotations.NullMarked;
