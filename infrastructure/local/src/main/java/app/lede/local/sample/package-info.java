/** What the first run is shown on: a small news site on loopback and a few documents to upload, all written for it. */
@NullMarked
package app.lede.local.sample;

import org.jspecify.annotations.NullMarked;
