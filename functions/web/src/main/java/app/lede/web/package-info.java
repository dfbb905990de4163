/** HTTP client for untrusted servers: guarded against private addresses, bounded in time and size. */
@NullMarked
package app.lede.web;

import org.jspecify.annotations.NullMarked;
