/** Saved searches, each with a feed of its own, and webhooks for their alerts. */
@NullMarked
package app.lede.saved;

import org.jspecify.annotations.NullMarked;
