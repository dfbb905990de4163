/** An API that takes signed requests only, opened to a browser and an MCP client of this machine. */
@NullMarked
package app.lede.local.proxy;

import org.jspecify.annotations.NullMarked;
