/** Asking politely: what may be fetched, what the answers mean, and who asked last. */
@NullMarked
package app.lede.fetch;

import org.jspecify.annotations.NullMarked;
