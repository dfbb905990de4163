/** The function receive-push: the callback for WebSub hubs. */
@NullMarked
package app.lede.receivepush;

import org.jspecify.annotations.NullMarked;
