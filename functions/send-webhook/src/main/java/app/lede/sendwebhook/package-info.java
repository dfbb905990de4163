/** The function send-webhook: posts alerts to webhooks. */
@NullMarked
package app.lede.sendwebhook;

import org.jspecify.annotations.NullMarked;
