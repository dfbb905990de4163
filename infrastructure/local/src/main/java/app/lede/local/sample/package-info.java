/** Samples for the first run: a small news site on loopback and a few documents, written for this purpose. */
@NullMarked
package app.lede.local.sample;

import org.jspecify.annotations.NullMarked;
