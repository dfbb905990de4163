/** Alerts of saved searches: what they find, and how it reaches their webhooks. */
@NullMarked
package app.lede.alert;

import org.jspecify.annotations.NullMarked;
