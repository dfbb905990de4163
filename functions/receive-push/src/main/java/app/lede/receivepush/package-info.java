/** The function receive-push: the callback of WebSub hubs. */
@NullMarked
package app.lede.receivepush;

import org.jspecify.annotations.NullMarked;
